package weightroom.ui.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.engine.Term;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** A few settings side by side, of whatever kind: what a lesson leaves to its reader. */
public final class SettingBar extends FlowPane {
    private static final Reach RATE = Reach.logarithmic(1e-3, 10);
    private static final Reach SMALL = Reach.logarithmicFromZero(1e-6, 10);
    private static final int FEW_UNITS = 4;
    private static final int SOME_UNITS = 8;

    private final RunModel model;
    private final SettingRows rows;
    private final List<Followed> followed = new ArrayList<>();
    private List<String> paths = List.of();

    /** A control that shows its setting in its own way. */
    private record Followed(String path, Node node, Consumer<Experiment> show) {}

    public SettingBar(RunModel model) {
        this.model = model;
        rows = new SettingRows(model);
        getStyleClass().add("setting-bar");
    }

    /** The settings that are there, in their order; all of them settings of this experiment. */
    public void offer(List<String> wanted, Experiment now) {
        if (wanted.equals(paths)) {
            return;
        }
        paths = List.copyOf(wanted);
        rows.clear();
        followed.clear();
        getChildren().setAll(paths.stream().map(path -> control(path, now)).toList());
        show(now);
    }

    /** Shows what an experiment says. */
    public void show(Experiment experiment) {
        rows.show(experiment);
        List<String> known = Settings.of(experiment).stream().map(Setting::path).toList();
        for (Followed one : followed) {
            boolean there = known.contains(one.path());
            SettingRows.present(one.node(), there);
            if (there) {
                one.show().accept(experiment);
            }
        }
    }

    private Node control(String path, Experiment now) {
        Setting setting = Settings.find(now, path);
        Node node =
                switch (setting.kind()) {
                    case FLAG -> rows.flag(setting);
                    case CHOICE -> words(setting);
                    case TEXT, LIST -> text(setting);
                    case NUMBER, WHOLE ->
                        switch (path) {
                            case "seed" -> seed();
                            case "training.batch" -> batch();
                            default -> number(setting, now);
                        };
                };
        node.getStyleClass().add("setting");
        return node;
    }

    private Node seed() {
        SeedRow row = new SeedRow(model);
        followed.add(new Followed("seed", row, now -> row.show(now.seed())));
        return row;
    }

    private Node batch() {
        BatchRow row = new BatchRow(model);
        followed.add(new Followed("training.batch", row.node(), row::show));
        return row.node();
    }

    private Node text(Setting setting) {
        TextRow row = new TextRow(setting, text -> model.change(now -> setting.with(now, text)));
        followed.add(new Followed(setting.path(), row, now -> row.show(setting.text(now))));
        return row;
    }

    private Node number(Setting setting, Experiment now) {
        String path = setting.path();
        int units = (int) setting.number(now);
        if (path.endsWith(".units") && units <= SOME_UNITS) {
            int most = units < FEW_UNITS ? FEW_UNITS : SOME_UNITS;
            CountRow row =
                    new CountRow(setting, IntStream.rangeClosed(1, most).toArray(), count -> model.set(path, count));
            followed.add(new Followed(path, row, shown -> row.show((int) setting.number(shown))));
            return row;
        }
        return setting.words().contains(Setting.NONE)
                ? rows.optional(setting, usual(setting), reach(setting))
                : rows.number(setting, reach(setting));
    }

    private static double usual(Setting setting) {
        return Math.max(setting.low(), Math.min(setting.high(), 1));
    }

    private static Reach reach(Setting setting) {
        boolean whole = setting.kind() == Setting.Kind.WHOLE;
        if (setting.path().endsWith(".learning-rate")) {
            return RATE;
        }
        if (whole && setting.logarithmic()) {
            return setting.low() > 0
                    ? Reach.counts(setting.low(), setting.high())
                    : Reach.countsFromZero(1, setting.high());
        }
        if (whole) {
            return Reach.linear(
                    setting.low(), Math.min(setting.high(), setting.path().endsWith(".units") ? 64 : 1000), 1);
        }
        return setting.logarithmic() ? SMALL : Reaches.of(setting);
    }

    private Node words(Setting setting) {
        String path = setting.path();
        if (path.equals("training.optimizer.id")) {
            return choice(setting, Optimizer.values(), (now, chosen) -> Changes.withOptimizer(now, chosen));
        } else if (path.equals("data.source")) {
            return choice(setting, DataSource.values(), (now, chosen) -> Changes.withSource(now, chosen));
        } else if (path.equals("training.schedule.id")) {
            return choice(setting, Schedule.values(), (now, chosen) -> Changes.withSchedule(now, chosen));
        } else if (path.equals("training.loss")) {
            return choice(setting, Loss.values(), (now, chosen) -> setting.with(now, chosen.id()));
        } else if (path.endsWith(".activation")) {
            return choice(setting, Activation.values(), (now, chosen) -> setting.with(now, chosen.id()));
        } else if (path.startsWith("start.")) {
            return choice(setting, Initializer.values(), (now, chosen) -> setting.with(now, chosen.id()));
        }
        throw new InvalidInput(path + " is a choice that no list of words is known for");
    }

    private <T extends Term> Node choice(Setting setting, T[] all, Chosen<T> change) {
        List<T> terms = Arrays.stream(all)
                .filter(term -> setting.words().contains(term.id()))
                .toList();
        Choice<T> choice = new Choice<>(
                Explained.id(setting.path()),
                Explained.name(setting),
                terms,
                chosen -> model.change(now -> change.in(now, chosen)));
        followed.add(new Followed(setting.path(), choice.row(), now -> {
            String id = setting.text(now);
            Optional<T> found =
                    terms.stream().filter(term -> term.id().equals(id)).findFirst();
            found.ifPresentOrElse(choice::show, choice::showNone);
        }));
        return choice.row();
    }

    /** What choosing a word makes of an experiment. */
    @FunctionalInterface
    private interface Chosen<T> {
        Experiment in(Experiment now, T chosen);
    }
}
