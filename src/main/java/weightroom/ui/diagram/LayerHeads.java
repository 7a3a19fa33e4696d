package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.experiment.LayerSpec;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;

/** The heads above the columns of the diagram, each in the middle of its column, and between them the places for new layers. */
final class LayerHeads extends Region {
    private static final double WIDEST = 132;
    private static final double OUTPUT_WIDTH = 104;
    private static final double GAP = 8;
    private static final double MARGIN = 16;
    private static final double PLUS = 16;

    private final DiagramModel model;
    private final LayerOptions options;
    private final PlaneChooser chooser;
    private final Button plane;
    private final VBox inputs = new VBox();
    private final Label used = Controls.label("", "secondary");
    private final OutputHead output;
    private final List<LayerHead> heads = new ArrayList<>();
    private final List<Button> between = new ArrayList<>();

    LayerHeads(DiagramModel model, LayerOptions options, PlaneChooser chooser) {
        this.chooser = chooser;
        this.model = model;
        this.options = options;
        getStyleClass().add("layer-heads");
        inputs.getStyleClass().add("layer-head");
        used.setId("inputs-used");
        Controls.explain(used, Messages.text("inputs.help"));
        plane = Controls.iconButton(Feather.SLIDERS, Messages.text("plane.help"), this::choosePlane);
        plane.setId("plane");
        plane.getStyleClass().setAll("button", "stepper");
        HBox name = row(Controls.label(Messages.text("layer.inputs"), "strong"), plane);
        name.setSpacing(8);
        inputs.getChildren().addAll(name, used);
        output = new OutputHead(model.run());
        getChildren().addAll(inputs, output);
    }

    private void choosePlane() {
        chooser.toggle(plane);
    }

    /** Shows the layers as the user wants them. */
    void show() {
        List<LayerSpec> layers = model.layers();
        int hidden = layers.size() - 1;
        while (heads.size() > hidden) {
            getChildren().remove(heads.remove(heads.size() - 1));
        }
        while (heads.size() < hidden) {
            int index = heads.size();
            LayerHead head = new LayerHead(
                    model.run(),
                    index,
                    () -> options.toggle(index, heads.get(index).title()));
            heads.add(head);
            getChildren().add(head);
        }
        for (int l = 0; l < hidden; l++) {
            heads.get(l).show(layers.get(l));
        }
        showPlaces(hidden < Changes.MAX_HIDDEN ? hidden : -1);
        used.setText(Messages.text(
                "inputs.used",
                model.map().inputs().usedCount(),
                model.map().inputs().choices().size()));
        boolean several = model.map().inputs().names().size() > 2;
        plane.setVisible(several);
        plane.setManaged(several);
        output.show(model.run().experiment().get());
        requestLayout();
    }

    /** The places between columns where a layer can be put in; the button of the head row puts one before the output. */
    private void showPlaces(int last) {
        while (between.size() > last + 1) {
            getChildren().remove(between.remove(between.size() - 1));
        }
        while (between.size() < last + 1) {
            int place = between.size();
            Button plus = Controls.iconButton(Feather.PLUS, Messages.text("layer.insert.help"), () -> model.run()
                    .change(now -> Changes.insertLayer(now, place)));
            plus.setId("insert-" + place);
            plus.getStyleClass().setAll("button", "stepper", "insert");
            // By keyboard layers are put in from the options of their neighbours.
            plus.setFocusTraversable(false);
            between.add(plus);
            getChildren().add(plus);
        }
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(22);
        return row;
    }

    private double headWidth() {
        return Math.max(40, Math.min(WIDEST, model.layout().way() - GAP));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Takes the room there is, like the drawing below. */
    @Override
    protected double computePrefWidth(double height) {
        return WIDEST;
    }

    @Override
    protected double computePrefHeight(double width) {
        double tallest = Math.max(inputs.prefHeight(-1), output.prefHeight(-1));
        for (LayerHead head : heads) {
            tallest = Math.max(tallest, head.prefHeight(-1));
        }
        return tallest;
    }

    @Override
    protected void layoutChildren() {
        DiagramLayout layout = model.layout();
        double wide = headWidth();
        double half = layout.way() / 2;
        double first = layout.column(-1).middle();
        double left = Math.min(24, first / 2);
        inputs.resizeRelocate(
                left, 0, Math.max(40, first + half - wide / 2 + half - GAP - left), inputs.prefHeight(-1));
        for (int l = 0; l < heads.size(); l++) {
            LayerHead head = heads.get(l);
            head.fit(wide);
            double x = Math.round(layout.column(l).middle() - wide / 2);
            head.resizeRelocate(x, 0, wide, head.prefHeight(wide));
        }
        double outputWidth = Math.max(56, Math.min(OUTPUT_WIDTH, layout.way() - GAP + 20));
        output.fit(outputWidth);
        double right = getWidth() - MARGIN;
        output.resizeRelocate(right - outputWidth, 0, outputWidth, output.prefHeight(-1));
        for (int i = 0; i < between.size(); i++) {
            double x = layout.column(i).middle() - half;
            between.get(i).resizeRelocate(Math.round(x - PLUS / 2), 3, PLUS, PLUS);
            // Where heads stand close together it would cover their names; options of a layer put one in as well.
            between.get(i).setVisible(layout.way() - wide >= PLUS + 2);
        }
    }
}
