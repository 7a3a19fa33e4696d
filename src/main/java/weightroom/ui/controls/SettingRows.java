package weightroom.ui.controls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;
import weightroom.ui.kit.Switch;
import weightroom.ui.model.RunModel;

/** Rows made from the declared settings. A row whose setting the experiment does not have is not there either. */
final class SettingRows {
    private final RunModel model;
    private final List<Bound> bounds = new ArrayList<>();
    private boolean showing;

    /** A row, and how it shows its setting. */
    private record Bound(String path, Node row, Consumer<Value> show) {}

    /** A setting of the experiment that is shown. */
    private record Value(Setting setting, Experiment experiment) {}

    SettingRows(RunModel model) {
        this.model = model;
    }

    /** Forgets all rows. */
    void clear() {
        bounds.clear();
    }

    /** A slider with a field. */
    NumberRow number(String path, Reach reach) {
        return number(setting(path), reach);
    }

    NumberRow number(Setting setting, Reach reach) {
        return number(setting, Explained.name(setting), reach, reach::text);
    }

    /** A slider with a field, named and written in its own way. */
    NumberRow number(String path, String name, Reach reach, NumberWords words) {
        return number(setting(path), name, reach, words);
    }

    private NumberRow number(Setting setting, String name, Reach reach, NumberWords words) {
        String path = setting.path();
        NumberRow row = new NumberRow(
                Explained.id(path), name, Explained.help(setting), reach, words, number -> model.set(path, number));
        bounds.add(new Bound(path, row, value -> row.show(value.setting().number(value.experiment()))));
        return row;
    }

    /** A switch. */
    HBox flag(String path) {
        return flag(setting(path));
    }

    HBox flag(Setting setting) {
        String path = setting.path();
        Switch toggle = new Switch("");
        HBox row = switched(toggle, setting);
        toggle.selectedProperty().addListener((observable, before, on) -> {
            if (!showing) {
                model.set(path, on ? 1 : 0);
            }
        });
        bounds.add(
                new Bound(path, row, value -> toggle.setSelected(value.setting().isOn(value.experiment()))));
        return row;
    }

    /**
     * A number that may be absent: a switch, and a slider while it is on.
     *
     * @param usual the number that the switch brings
     */
    VBox optional(String path, double usual, Reach reach) {
        return optional(setting(path), usual, reach);
    }

    VBox optional(Setting setting, double usual, Reach reach) {
        String path = setting.path();
        Switch toggle = new Switch("");
        HBox head = switched(toggle, setting);
        NumberRow number = new NumberRow(
                Explained.id(path),
                Messages.text("optional.at"),
                Explained.help(setting),
                reach,
                chosen -> model.set(path, chosen));
        toggle.selectedProperty().addListener((observable, before, on) -> {
            if (!showing) {
                model.change(now -> on
                        ? Settings.find(now, path).with(now, usual)
                        : Settings.find(now, path).with(now, Setting.NONE));
            }
        });
        VBox row = new VBox(head, number);
        bounds.add(new Bound(path, row, value -> {
            double now = value.setting().number(value.experiment());
            boolean there = Double.isFinite(now);
            toggle.setSelected(there);
            present(number, there);
            if (there) {
                number.show(now);
            }
        }));
        return row;
    }

    /** Shows what an experiment says, without telling of it. */
    void show(Experiment experiment) {
        Map<String, Setting> settings = new HashMap<>();
        Settings.of(experiment).forEach(setting -> settings.put(setting.path(), setting));
        showing = true;
        for (Bound bound : bounds) {
            Optional<Setting> setting = Optional.ofNullable(settings.get(bound.path()));
            present(bound.row(), setting.isPresent());
            setting.ifPresent(found -> bound.show().accept(new Value(found, experiment)));
        }
        showing = false;
    }

    /** Whether something is there: neither seen nor given room otherwise. */
    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** A row is made even where the experiment does not have its setting yet: rows of one's own have no noise. */
    private Setting setting(String path) {
        return Settings.of(model.experiment().get()).stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .orElseGet(() -> Settings.find(Experiment.spiral(), path));
    }

    private HBox switched(Switch toggle, Setting setting) {
        toggle.setId(Explained.id(setting.path()) + "-switch");
        toggle.setAccessibleText(Explained.name(setting));
        Controls.explain(toggle, Explained.help(setting));
        Label name = Controls.label(Explained.name(setting));
        name.setLabelFor(toggle);
        Controls.explain(name, Explained.help(setting));
        HBox row = new HBox(name, Controls.spring(), toggle);
        row.getStyleClass().add("row");
        return row;
    }
}
