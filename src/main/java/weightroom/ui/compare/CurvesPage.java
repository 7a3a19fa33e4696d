package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.plot.LaneStyle;
import weightroom.plot.Numbers;
import weightroom.plot.RacePlot;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.Figure;
import weightroom.race.RaceSnapshot;
import weightroom.ui.compare.Look.Along;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Choices;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Switch;

/** All lanes as curves on one plot. */
final class CurvesPage implements CardPage {
    private static final int FRAMES_PER_SECOND = 30;
    private static final List<Integer> SMOOTHINGS = List.of(1, 3, 7, 15, 31);

    private final RaceModel model;
    private final RacePlot plot = new RacePlot();
    private final VBox node = new VBox(plot);
    private final HBox tools = new HBox();
    private final Choices<Boolean> show;
    private final ComboBox<Along> along = new ComboBox<>(FXCollections.observableArrayList(Along.values()));
    private final ComboBox<Integer> smoothing = new ComboBox<>(FXCollections.observableArrayList(SMOOTHINGS));
    private final Switch logarithmic = new Switch(Messages.text("compare.log"));
    private final List<Series> curves = new ArrayList<>();
    private final List<Series> seeds = new ArrayList<>();
    private final Series band = new Series();
    private final Cadence cadence = Cadence.inTurn(FRAMES_PER_SECOND);
    private Optional<State> shown = Optional.empty();
    private int pointed = -1;

    /** What the plot depends on. */
    private record State(long serial, Look look, List<Integer> order, int pointed) {}

    CurvesPage(RaceModel model) {
        this.model = model;
        for (int i = 0; i < Contest.MOST_LANES; i++) {
            curves.add(new Series());
        }
        plot.setId("race-plot");
        plot.setAccessibleText(Messages.text("compare.plot"));
        plot.setEmptyText(Messages.text("compare.plot.empty"));
        plot.setWords(Messages.text("compare.unsmoothed"));
        plot.setMinSize(0, 0);
        plot.setPrefSize(900, 400);
        plot.setOnChosen(lane -> model.look(now -> now.withLane(lane)));
        plot.setOnPointed(at -> point(at.map(RacePlot.Pointed::lane).orElse(-1)));
        VBox.setVgrow(plot, Priority.ALWAYS);
        show = new Choices<>(
                "compare.show",
                List.of(false, true),
                List.of("seed", "median"),
                median -> model.look(now -> now.withMedian(median)));
        along.setId("compare-along");
        along.setConverter(Controls.converter(one -> Messages.text("compare.along." + name(one))));
        along.setMinWidth(HBox.USE_PREF_SIZE);
        along.setAccessibleText(Messages.text("compare.along"));
        Controls.explain(along, Messages.text("compare.along.help"));
        along.setOnAction(event -> model.look(now -> now.withAlong(along.getValue())));
        smoothing.setId("compare-smoothing");
        smoothing.setConverter(Controls.converter(count -> count == 1
                ? Messages.text("compare.smoothing.none")
                : Messages.text("compare.smoothing.median", count)));
        smoothing.setMinWidth(HBox.USE_PREF_SIZE);
        smoothing.setAccessibleText(Messages.text("compare.smoothing"));
        Controls.explain(smoothing, Messages.text("compare.smoothing.help"));
        smoothing.setOnAction(event -> model.look(now -> now.withSmoothing(smoothing.getValue())));
        logarithmic.setId("compare-log");
        Controls.explain(logarithmic, Messages.text("compare.log.help"));
        logarithmic
                .selectedProperty()
                .addListener((observable, before, on) -> model.look(now -> now.withLogarithmic(on)));
        tools.getStyleClass().add("page-tools");
        tools.getChildren().addAll(show, smoothing, along, logarithmic);
        model.look().addListener((observable, before, after) -> showLook(after));
        showLook(model.look().get());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node tools() {
        return tools;
    }

    private void point(int lane) {
        if (pointed != lane) {
            pointed = lane;
            model.stir();
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void showLook(Look look) {
        show.show(look.median());
        along.setValue(look.along());
        smoothing.setValue(look.smoothing());
        logarithmic.setSelected(look.logarithmic());
        logarithmic.setDisable(!look.figure().lowerIsBetter());
    }

    @Override
    public void show(Standing.Table table, long nanos) {
        RaceSnapshot race = table.race();
        Look look = model.look().get();
        State next = new State(race.serial(), look, table.order(), pointed);
        boolean atOnce = !race.clock().playing()
                || shown.filter(before -> before.look().equals(look)).isEmpty();
        if (shown.equals(Optional.of(next)) || !cadence.due(nanos, atOnce)) {
            return;
        }
        shown = Optional.of(next);
        show.rename(true, Messages.text("compare.show.median.of", race.contest().seeds()));
        dress(race, look);
        draw(table, race, look);
    }

    private void dress(RaceSnapshot race, Look look) {
        Figure figure = look.figure();
        boolean loss = figure.lowerIsBetter();
        DoubleFunction<String> format =
                loss ? Numbers::loss : value -> Messages.text("percent", Numbers.fixed(100 * value, 1));
        plot.setValueFormat(format);
        plot.setLogarithmic(loss && look.logarithmic());
        plot.setSmoothing(look.smoothing());
        plot.setEmphasized(look.lane());
        plot.setWholeX(look.along() != Along.SECONDS);
        plot.setNames(Messages.text("compare.x." + name(look.along())), "");
        boolean sameFigure = figure == race.contest().target().figure();
        double target = sameFigure ? race.contest().target().value() : Double.NaN;
        String written = loss ? Numbers.significant(target, 4) : format.apply(target);
        plot.setTarget(target, Messages.text("compare.target.line", written));
    }

    private void draw(Standing.Table table, RaceSnapshot race, Look look) {
        double epoch = race.clock().epoch();
        boolean travelled = race.clock().tick() < race.clock().latest();
        List<RacePlot.Line> lines = new ArrayList<>();
        for (int lane : table.order()) {
            Series series = curves.get(lane);
            series.read(race, lane, look.median() ? -1 : look.seed(), look.figure(), look.along());
            double present = travelled ? Series.place(race, lane, epoch, look.along()) : Double.POSITIVE_INFINITY;
            double reached = look.median()
                    ? table.allRow(lane).epochs()
                    : reached(race.fate(new Entrant(lane, look.seed())).reached());
            lines.add(new RacePlot.Line(
                    race.contest().lanes().get(lane).name(),
                    LaneStyle.of(lane),
                    series.xs(),
                    series.ys(),
                    present,
                    Double.isNaN(reached) ? reached : Series.place(race, lane, reached, look.along()),
                    !look.median() && race.fate(new Entrant(lane, look.seed())).diverged() > 0));
        }
        plot.setLines(lines);
        plot.setPlayhead(travelled ? Series.place(race, look.lane(), epoch, look.along()) : Double.NaN);
        showBand(race, look);
        showSeeds(race, look);
    }

    private static double reached(long epochs) {
        return epochs < 0 ? Double.NaN : epochs;
    }

    private void showBand(RaceSnapshot race, Look look) {
        if (race.contest().seeds() < 2) {
            plot.setBand(Optional.empty());
            return;
        }
        band.read(race, look.lane(), -1, look.figure(), look.along());
        plot.setBand(Optional.of(new RacePlot.Band(look.lane(), band.xs(), band.lows(), band.highs())));
    }

    /** Single seeds of the lane that is pointed at. */
    private void showSeeds(RaceSnapshot race, Look look) {
        int lane = pointed;
        if (lane < 0 || lane >= race.contest().lanes().size() || race.contest().seeds() < 2) {
            plot.setSeeds(0, List.of());
            return;
        }
        while (seeds.size() < race.contest().seeds()) {
            seeds.add(new Series());
        }
        List<RacePlot.Seed> drawn = new ArrayList<>();
        for (int seed = 0; seed < race.contest().seeds(); seed++) {
            Series series = seeds.get(seed);
            series.read(race, lane, seed, look.figure(), look.along());
            String name =
                    Messages.text("compare.seed", Long.toString(race.contest().seed(seed)));
            drawn.add(new RacePlot.Seed(name, series.xs(), series.ys()));
        }
        plot.setSeeds(lane, drawn);
    }
}
