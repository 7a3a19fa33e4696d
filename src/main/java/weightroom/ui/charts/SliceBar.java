package weightroom.ui.charts;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import weightroom.data.Dataset;
import weightroom.plot.Numbers;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Chooses the plane that is drawn where there are more than two inputs: its two axes, and what the others are held at. */
final class SliceBar extends VBox {
    private final RunModel model;
    private final ComboBox<String> axis1 = inputs("slice-axis1", "slice.axis1");
    private final ComboBox<String> axis2 = inputs("slice-axis2", "slice.axis2");
    private final ComboBox<String> held = inputs("slice-held", "slice.held");
    private final Slider value = new Slider();
    private final Label number = Controls.label("", "value");
    private final HBox axes;
    private final HBox rest;
    private @Nullable Dataset dataset;
    private boolean silent;

    SliceBar(RunModel model) {
        this.model = model;
        getStyleClass().add("slice-bar");
        value.setId("slice-value");
        Controls.explain(value, Messages.text("slice.value.help"));
        value.setAccessibleText(Messages.text("slice.value"));
        HBox.setHgrow(value, Priority.ALWAYS);
        axes = new HBox(
                Controls.label(Messages.text("slice.axes"), "secondary"), axis1, Controls.label("×", "hint"), axis2);
        rest = new HBox(Controls.label(Messages.text("slice.hold"), "secondary"), held, value, number);
        axes.getStyleClass().add("row");
        rest.getStyleClass().add("row");
        chosen(axis1, index -> change(new Slice(index, slice().axis2(), slice().held())));
        chosen(axis2, index -> change(new Slice(slice().axis1(), index, slice().held())));
        chosen(held, index -> showHeld());
        value.valueProperty().addListener((observable, before, after) -> hold(after.doubleValue()));
        setVisible(false);
        setManaged(false);
    }

    /** Shows the plane of a snapshot's data. */
    @SuppressWarnings("ReferenceEquality") // Rows are many, and the same object as long as they are the same.
    void show(Snapshot now) {
        Dataset data = now.setup().rows().dataset();
        if (dataset == data && slice().equals(shown())) {
            return;
        }
        boolean other = dataset != data;
        dataset = data;
        boolean needed = data.inputCount() > 2;
        setVisible(needed);
        setManaged(needed);
        if (!needed) {
            getChildren().clear();
            return;
        }
        getChildren().setAll(axes, rest);
        silent = true;
        if (other) {
            List<String> names =
                    data.inputNames().stream().map(FeatureLabel::of).toList();
            for (ComboBox<String> combo : List.of(axis1, axis2, held)) {
                combo.setItems(FXCollections.observableArrayList(names));
            }
        }
        axis1.getSelectionModel().select(slice().axis1());
        axis2.getSelectionModel().select(slice().axis2());
        if (other) {
            held.getSelectionModel().select(firstHeld());
        }
        silent = false;
        showHeld();
    }

    private Slice slice() {
        return model.slice().get();
    }

    private Slice shown() {
        return new Slice(
                axis1.getSelectionModel().getSelectedIndex(),
                axis2.getSelectionModel().getSelectedIndex(),
                slice().held());
    }

    private int firstHeld() {
        int index = 0;
        while (index == slice().axis1() || index == slice().axis2()) {
            index++;
        }
        return index;
    }

    private void showHeld() {
        int index = held.getSelectionModel().getSelectedIndex();
        if (dataset == null || index < 0) {
            return;
        }
        double[] column =
                Arrays.stream(dataset.inputs()).mapToDouble(row -> row[index]).toArray();
        double low = Arrays.stream(column).min().orElse(0);
        double high = Arrays.stream(column).max().orElse(1);
        silent = true;
        value.setMin(low);
        value.setMax(high > low ? high : low + 1);
        value.setBlockIncrement((value.getMax() - value.getMin()) / 20);
        double at = index < slice().held().length ? slice().held()[index] : 0;
        value.setValue(at);
        number.setText(Numbers.significant(at, 3));
        boolean drawn = index == slice().axis1() || index == slice().axis2();
        value.setDisable(drawn);
        silent = false;
    }

    private void hold(double at) {
        int index = held.getSelectionModel().getSelectedIndex();
        if (silent || dataset == null || index < 0) {
            return;
        }
        double[] values = Arrays.copyOf(slice().held(), dataset.inputCount());
        values[index] = at;
        number.setText(Numbers.significant(at, 3));
        model.setSlice(new Slice(slice().axis1(), slice().axis2(), values));
    }

    private void change(Slice wanted) {
        model.setSlice(wanted);
        showHeld();
    }

    private void chosen(ComboBox<String> combo, IntConsumer action) {
        combo.getSelectionModel().selectedIndexProperty().addListener((observable, before, after) -> {
            if (!silent && after.intValue() >= 0) {
                action.accept(after.intValue());
            }
        });
    }

    private static ComboBox<String> inputs(String id, String key) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setId(id);
        combo.setAccessibleText(Messages.text(key));
        Controls.explain(combo, Messages.text(key + ".help"));
        return combo;
    }
}
