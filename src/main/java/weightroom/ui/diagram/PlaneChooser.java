package weightroom.ui.diagram;

import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import weightroom.data.Dataset;
import weightroom.run.Slice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Pop;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.RunModel;

/** Which two of several inputs span the plane that is drawn, and sliders at which the others are held. */
final class PlaneChooser {
    /** Data such as images have more inputs than anybody could hold. */
    private static final int MOST_SLIDERS = 40;

    private static final double STEPS = 200;

    private final RunModel run;
    private final Pop pop;
    private final VBox sliders = new VBox(4);

    PlaneChooser(RunModel run, Pop pop) {
        this.run = run;
        this.pop = pop;
    }

    /** Opens below a node, or closes when it is open there. */
    void toggle(Node below) {
        Dataset dataset = run.snapshot().get().setup().rows().dataset();
        VBox content = new VBox(Controls.label(Messages.text("plane"), "title"));
        content.getStyleClass().add("editor");
        content.getChildren()
                .addAll(
                        axis(
                                dataset,
                                "plane.across",
                                "plane-axis1",
                                run.slice().get().axis1()),
                        axis(
                                dataset,
                                "plane.up",
                                "plane-axis2",
                                run.slice().get().axis2()));
        ScrollPane scroll = new ScrollPane(sliders);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(320);
        scroll.getStyleClass().add("edge-to-edge");
        content.getChildren().add(scroll);
        showSliders(dataset);
        pop.toggle(content, below);
    }

    private Node axis(Dataset dataset, String key, String id, int now) {
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList(dataset.inputNames()));
        combo.setId(id);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setAccessibleText(Messages.text(key));
        combo.getSelectionModel().select(now);
        boolean first = id.endsWith("1");
        combo.setOnAction(event -> {
            turn(first, combo.getSelectionModel().getSelectedIndex());
            showSliders(dataset);
        });
        Controls.explain(combo, Messages.text("plane.axis.help"));
        return Controls.row(Messages.text(key), combo);
    }

    private void turn(boolean first, int input) {
        Slice now = run.slice().get();
        double[] held = Arrays.copyOf(now.held(), Math.max(now.held().length, input + 1));
        run.setSlice(first ? new Slice(input, now.axis2(), held) : new Slice(now.axis1(), input, held));
    }

    private void showSliders(Dataset dataset) {
        sliders.getChildren().clear();
        Slice now = run.slice().get();
        List<String> names = dataset.inputNames();
        int shown = 0;
        for (int j = 0; j < names.size() && shown < MOST_SLIDERS; j++) {
            if (j != now.axis1() && j != now.axis2()) {
                sliders.getChildren().add(slider(dataset, j, names.get(j)));
                shown++;
            }
        }
        if (names.size() - 2 > MOST_SLIDERS) {
            sliders.getChildren()
                    .add(Controls.label(Messages.text("plane.rest", names.size() - 2 - MOST_SLIDERS), "hint"));
        }
    }

    private Node slider(Dataset dataset, int input, String name) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : dataset.inputs()) {
            low = Math.min(low, row[input]);
            high = Math.max(high, row[input]);
        }
        double end = high > low ? high : low + 1;
        double grain = Math.pow(10, Math.floor(Math.log10((end - low) / STEPS)));
        NumberRow row = new NumberRow(
                "held-" + input,
                name,
                Messages.text("plane.held.help", name),
                Reach.linear(low, end, grain),
                value -> hold(input, value));
        double[] held = run.slice().get().held();
        row.show(input < held.length ? held[input] : 0);
        return row;
    }

    private void hold(int input, double value) {
        Slice now = run.slice().get();
        double[] held = Arrays.copyOf(now.held(), Math.max(now.held().length, input + 1));
        held[input] = value;
        run.setSlice(new Slice(now.axis1(), now.axis2(), held));
    }
}
