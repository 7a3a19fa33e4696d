package weightroom.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.layout.VBox;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.RunModel;

/** The numbers that belong to what is chosen, such as an optimizer's β; they come and go with the choice. */
final class KnobRows extends VBox {
    private final RunModel model;
    private final Predicate<Setting> which;
    private List<String> owner = List.of();
    private List<Row> rows = List.of();

    private record Row(String path, NumberRow row) {}

    /** @param which settings are meant */
    KnobRows(RunModel model, Predicate<Setting> which) {
        this.model = model;
        this.which = which;
    }

    /**
     * Shows the numbers of a choice.
     *
     * @param choice its id; rows are kept while it stays the same
     */
    void show(Experiment experiment, String choice) {
        List<Setting> settings = Settings.of(experiment).stream().filter(which).toList();
        List<String> wanted =
                new ArrayList<>(settings.stream().map(Setting::path).toList());
        wanted.add(choice);
        if (!wanted.equals(owner)) {
            owner = wanted;
            rows = settings.stream().map(this::row).toList();
            getChildren().setAll(rows.stream().map(Row::row).toList());
            SettingRows.present(this, !rows.isEmpty());
        }
        for (Row row : rows) {
            row.row().show(Settings.find(experiment, row.path()).number(experiment));
        }
    }

    private Row row(Setting setting) {
        Reach reach = Reaches.of(setting);
        NumberRow row = new NumberRow(
                Explained.id(setting.path()),
                setting.label(),
                Explained.help(setting),
                reach,
                Reaches.words(setting, reach),
                number -> model.set(setting.path(), number));
        return new Row(setting.path(), row);
    }
}
