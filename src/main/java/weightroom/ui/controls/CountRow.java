package weightroom.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;

/** A small whole number, chosen among a few side by side. */
final class CountRow extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final int[] counts;
    private boolean silent;

    /** @param chosen told of the user's choices only */
    CountRow(Setting setting, int[] counts, IntConsumer chosen) {
        this.counts = counts.clone();
        getStyleClass().add("row");
        String name = Explained.name(setting);
        HBox segments = new HBox();
        segments.getStyleClass().addAll("segments", "counts");
        for (int count : counts) {
            ToggleButton button = new ToggleButton(Integer.toString(count));
            button.setId(Explained.id(setting.path()) + "-" + count);
            button.setAccessibleText(name + " " + count);
            button.setToggleGroup(group);
            button.setOnAction(event -> button.setSelected(true));
            button.selectedProperty().addListener((observable, before, on) -> {
                if (on && !silent) {
                    chosen.accept(count);
                }
            });
            Controls.explain(button, Explained.help(setting));
            buttons.add(button);
        }
        segments.getChildren().setAll(buttons);
        Label label = Controls.label(name);
        label.setLabelFor(segments);
        getChildren().addAll(label, segments);
    }

    void show(int count) {
        silent = true;
        group.selectToggle(null);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == count) {
                group.selectToggle(buttons.get(i));
            }
        }
        silent = false;
    }
}
