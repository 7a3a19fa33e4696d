package weightroom.ui.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Reach;

/** The weights and the bias of a neuron, and inputs of one's own, as sliders side by side. */
final class ParameterSliders extends GridPane {
    private static final double USUAL_REACH = 3;
    private static final double STEP = 0.05;
    private static final double ROOM = 1.2;
    private static final double GAP = 16;

    private final NeuronModel model;
    private final Runnable inputChanged;
    private final List<NumberRow> weights = new ArrayList<>();
    private final List<NumberRow> inputs = new ArrayList<>();
    private List<Object> built = List.of();
    private double reach = USUAL_REACH;

    /** @param inputChanged told of inputs changed here, which no snapshot shows */
    ParameterSliders(NeuronModel model, Runnable inputChanged) {
        this.model = model;
        this.inputChanged = inputChanged;
        getStyleClass().add("neuron-sliders");
        for (int c = 0; c < 2; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(50);
            getColumnConstraints().add(column);
        }
        setHgap(GAP);
    }

    /**
     * Shows the numbers of a neuron.
     *
     * @param own whether its inputs can be changed
     * @param columns how many sliders find room side by side, 1 or 2
     */
    void show(Neuron neuron, boolean own, int columns) {
        List<Object> wanted = List.of(neuron.names(), own, columns);
        double needed = reach(neuron);
        boolean same = wanted.equals(built);
        // A slider that is being turned keeps its scale.
        if (!same || needed > reach && !isFocusWithin()) {
            reach = same ? Math.max(reach, needed) : needed;
            built = wanted;
            build(neuron, own, columns);
        }
        for (int i = 0; i < weights.size(); i++) {
            double value = i < neuron.weights().length ? neuron.weights()[i] : neuron.bias();
            show(weights.get(i), value);
        }
        for (int i = 0; i < inputs.size(); i++) {
            show(inputs.get(i), neuron.inputs()[i]);
        }
    }

    private static void show(NumberRow row, double value) {
        boolean typing = row.isFocusWithin() && row.getScene().getFocusOwner() instanceof TextField;
        if (!typing) {
            // A float such as 0.7 is 0.69999998 in double.
            row.show(Double.parseDouble(Float.toString((float) value)));
        }
    }

    /** One for all of them, with room to turn, so that equal lengths are equal numbers; in threes, so that it seldom jumps. */
    private static double reach(Neuron neuron) {
        double largest = Math.abs(neuron.bias());
        for (int i = 0; i < neuron.weights().length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(neuron.weights()[i]), Math.abs(neuron.inputs()[i])));
        }
        return USUAL_REACH * Math.max(1, Math.ceil(ROOM * largest / USUAL_REACH));
    }

    private void build(Neuron neuron, boolean own, int columns) {
        getChildren().clear();
        weights.clear();
        inputs.clear();
        int count = neuron.names().size();
        getColumnConstraints().get(0).setPercentWidth(columns == 2 ? 50 : 100);
        getColumnConstraints().get(1).setPercentWidth(columns == 2 ? 50 : 0);
        List<NumberRow> all = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            if (own) {
                NumberRow row = row("neuron-input-" + i, neuron.names().get(i), "neuron.input.help", value -> {
                    model.setInput(i, value);
                    inputChanged.run();
                });
                inputs.add(row);
                all.add(row);
            }
            String name = Messages.text("neuron.weight", neuron.names().get(i));
            NumberRow row = row("neuron-weight-" + i, name, "neuron.weight.help", v -> model.edit(i, v));
            restorable(row, model::restore, i);
            weights.add(row);
            all.add(row);
        });
        NumberRow bias =
                row("neuron-bias", Messages.text("neuron.bias"), "neuron.bias.help", v -> model.edit(count, v));
        restorable(bias, model::restore, count);
        weights.add(bias);
        all.add(bias);
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), i % columns, i / columns);
        }
    }

    private NumberRow row(String id, String name, String help, DoubleConsumer changed) {
        return new NumberRow(id, name, Messages.text(help), Reach.linear(-reach, reach, STEP), changed);
    }

    /** A double click, or Delete on the slider, puts the number back to what the run began with. */
    private static void restorable(NumberRow row, IntConsumer restore, int input) {
        row.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && row.lookup(".slider").isHover()) {
                restore.accept(input);
                event.consume();
            }
        });
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof Slider && event.getCode() == KeyCode.DELETE) {
                restore.accept(input);
                event.consume();
            }
        });
    }
}
