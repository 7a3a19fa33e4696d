package weightroom.ui.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.Activation;
import weightroom.plot.NerveCellPlot;
import weightroom.plot.NeuronPlot;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Switch;
import weightroom.ui.model.RunModel;

/** One neuron with its numbers on the picture, a nerve cell beside it, and its weights and bias to turn. */
public final class NeuronPicture extends VBox implements Picture {
    private static final int PER_SECOND = 15;
    /** Narrower than this there is one column of sliders. */
    private static final double ROOMY = 400;
    /** Lower than this there is no room for the nerve cell. */
    private static final double HIGH = 460;

    private static final double HIGH_AND_NARROW = 620;

    private final RunModel run;
    private final NeuronModel model;
    private final Cadence cadence = new Cadence(PER_SECOND);
    private final NeuronPlot plot = new NeuronPlot();
    private final NerveCellPlot cell = new NerveCellPlot();
    private final Switch cellSwitch = new Switch(Messages.text("neuron.cell"));
    private final RowChoice choice;
    private final ParameterSliders sliders;
    private final Label sum = Controls.label("", "neuron-sum");
    private final Label refusal = Controls.label("", "secondary", "neuron-refusal");
    private final VBox body;
    private boolean seen;
    private boolean covered;
    private long shown = -1;
    private boolean stale = true;
    private Optional<Activation> drawn = Optional.empty();
    private double drawnAlpha = Double.NaN;

    public NeuronPicture(RunModel run) {
        this.run = run;
        model = new NeuronModel(run);
        choice = new RowChoice(model, this::refresh);
        sliders = new ParameterSliders(model, this::refresh);
        getStyleClass().add("neuron-picture");
        setMinSize(0, 0);
        plot.setId("neuron-plot");
        plot.setMinSize(0, 80);
        plot.setWords(new NeuronPlot.Words(
                Messages.text("neuron.bias"),
                Messages.text("neuron.sum"),
                Messages.text("neuron.output"),
                Messages.text("neuron.target")));
        VBox.setVgrow(plot, Priority.ALWAYS);
        cell.setId("nerve-cell");
        cell.setMinWidth(0);
        cell.setPrefHeight(150);
        cell.setMinHeight(110);
        cell.setMaxHeight(220);
        VBox.setVgrow(cell, Priority.SOMETIMES);
        cell.setWords(new NerveCellPlot.Words(
                Messages.text("cell.dendrites"),
                Messages.text("cell.synapses"),
                Messages.text("cell.soma"),
                Messages.text("cell.axon")));
        cellSwitch.setId("nerve-cell-switch");
        cellSwitch.setSelected(true);
        cellSwitch.setMinWidth(USE_PREF_SIZE);
        Controls.explain(cellSwitch, Messages.text("neuron.cell.help"));
        cellSwitch.selectedProperty().addListener((observable, before, after) -> fold());
        heightProperty().addListener((observable, before, after) -> fold());
        widthProperty().addListener((observable, before, after) -> {
            fold();
            refresh();
        });
        Label title = Controls.label(Messages.text("neuron.title"), "title");
        title.setMinWidth(USE_PREF_SIZE);
        Controls.explain(title, Messages.text("neuron.title.help"));
        HBox head = new HBox(title, Controls.spring(), cellSwitch);
        head.getStyleClass().add("panel-head");
        sum.setId("neuron-sum");
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(sliders);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("neuron-scroll");
        scroll.setMinHeight(64);
        scroll.maxHeightProperty().bind(heightProperty().multiply(0.34));
        body = new VBox(choice, plot, cell, sum, scroll);
        body.getStyleClass().add("neuron-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        refusal.setWrapText(true);
        getChildren().addAll(head, refusal, body);
        fold();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void setSeen(boolean wanted) {
        seen = wanted;
        if (seen) {
            show(run.snapshot().get(), System.nanoTime());
        }
    }

    @Override
    public void show(Snapshot now, long nanos) {
        if (seen && (stale || now.serial() != shown) && cadence.due(nanos, stale || !now.playing())) {
            shown = now.serial();
            stale = false;
            model.accept(now);
            draw();
        }
    }

    @Override
    public void setCovered(boolean wanted) {
        if (covered != wanted) {
            covered = wanted;
            refresh();
        }
    }

    private void refresh() {
        stale = true;
        if (seen) {
            show(run.snapshot().get(), System.nanoTime());
        }
    }

    private void fold() {
        boolean room = getHeight() >= (getWidth() >= ROOMY ? HIGH : HIGH_AND_NARROW);
        present(cellSwitch, room);
        present(cell, room && cellSwitch.isSelected());
        if (cell.isVisible()) {
            cell.requestDraw();
        }
    }

    private void draw() {
        Optional<String> why = model.refusal();
        refusal.setText(why.orElse(""));
        present(refusal, why.isPresent());
        present(body, why.isEmpty());
        model.neuron().ifPresent(this::draw);
    }

    private void draw(Neuron neuron) {
        boolean own = model.row() == NeuronModel.OWN;
        List<NeuronPlot.Input> inputs = new ArrayList<>();
        List<NerveCellPlot.Dendrite> dendrites = new ArrayList<>();
        for (int i = 0; i < neuron.names().size(); i++) {
            inputs.add(new NeuronPlot.Input(neuron.names().get(i), neuron.inputs()[i], neuron.weights()[i]));
            dendrites.add(new NerveCellPlot.Dendrite(neuron.weights()[i], neuron.inputs()[i] != 0));
        }
        if (!drawn.equals(Optional.of(neuron.activation())) || Double.compare(drawnAlpha, neuron.alpha()) != 0) {
            drawn = Optional.of(neuron.activation());
            drawnAlpha = neuron.alpha();
            plot.setFunction(
                    neuron.activation().label(), z -> neuron.activation().value(z, neuron.alpha()));
        }
        plot.setCell(new NeuronPlot.Cell(
                inputs, neuron.bias(), neuron.sum(), neuron.output(), neuron.target(), neuron.fires()));
        plot.setCovered(covered);
        boolean fires = neuron.fires() && !covered;
        cell.setCell(dendrites, neuron.strength(), fires);
        sum.setText(
                covered
                        ? "z = " + neuron.productsText() + " = ?\na = "
                                + neuron.activation().id() + "(z) = ?"
                        : "z = " + neuron.productsText() + "\n" + neuron.sumText() + ",   " + neuron.outputText());
        plot.setAccessibleText(Messages.text("neuron.plot", neuron.inputsText(), sum.getText()));
        cell.setAccessibleText(Messages.text(fires ? "cell.fires" : "cell.rests"));
        choice.show();
        sliders.show(neuron, own, getWidth() >= ROOMY ? 2 : 1);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
