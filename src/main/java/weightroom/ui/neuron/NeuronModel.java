package weightroom.ui.neuron;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.experiment.Setup;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** One neuron at work on a row of the data, on the row that is in turn, or on inputs of one's own. */
final class NeuronModel {
    /** In place of a row: the one that the next update is made from, where it is made from one. */
    static final int IN_TURN = -2;
    /** In place of a row: inputs of one's own. */
    static final int OWN = -1;

    static final int MOST_INPUTS = 8;
    /** Larger numbers are of no use and leave no room for a gradient. */
    private static final double MOST = 1e6;

    private final RunModel run;
    private @Nullable Snapshot now;
    private @Nullable Engine engine;
    private int row;
    private float[] own = new float[0];

    NeuronModel(RunModel run) {
        this.run = run;
    }

    /**
     * Takes over a snapshot. Other data than before put the row back to the one in turn, where rows come in
     * their order, else to the first.
     */
    @SuppressWarnings("ReferenceEquality") // The setup stays the same object as long as nothing of it changes.
    void accept(Snapshot next) {
        Snapshot before = now;
        now = next;
        if (before == null || before.setup() != next.setup()) {
            engine = fits(next.setup().plan().network())
                    ? new Engine(next.setup().plan())
                    : null;
            if (before == null || before.setup().data() != next.setup().data()) {
                row = hasTurn() && !next.setup().plan().shuffle() ? IN_TURN : 0;
                own = input(train(), 0);
            }
        }
    }

    /** Whether a network is one neuron that has room in the picture. */
    static boolean fits(Network network) {
        return isOneNeuron(network) && network.inputs() <= MOST_INPUTS;
    }

    static boolean isOneNeuron(Network network) {
        return network.layers().size() == 1 && network.outputs() == 1 && !network.softmax() && !network.hasBatchNorm();
    }

    /** Why there is no neuron to show; empty while there is one. */
    Optional<String> refusal() {
        if (now == null || engine != null) {
            return Optional.empty();
        }
        Network network = now.setup().plan().network();
        return Optional.of(
                isOneNeuron(network)
                        ? Messages.text("neuron.needs.inputs", MOST_INPUTS, network.inputs())
                        : Messages.text("neuron.needs.one", network));
    }

    /** What the neuron makes of the chosen row; empty where there is none to show. */
    Optional<Neuron> neuron() {
        if (now == null || engine == null) {
            return Optional.empty();
        }
        float[] parameters = now.state().parameters();
        Network network = now.setup().plan().network();
        Layout.Slice slice = Layout.of(network).slice(0);
        float[] inputs = row == OWN ? own : input(train(), shownRow());
        float[] weights = new float[slice.in()];
        System.arraycopy(parameters, slice.weights(), weights, 0, weights.length);
        Layer layer = network.output();
        return Optional.of(new Neuron(
                names(now.setup()),
                inputs,
                weights,
                parameters[slice.biases()],
                engine.sums(parameters, inputs, 1)[0],
                engine.outputs(parameters, inputs, 1)[0],
                row == OWN ? Float.NaN : train().targets()[shownRow()],
                layer.activation(),
                slice.alpha() == Layout.NONE ? layer.alpha() : parameters[slice.alpha()]));
    }

    /** The names of what a network receives, as people write them. */
    static List<String> names(Setup setup) {
        return setup.rows().featureNames().stream().map(FeatureLabel::of).toList();
    }

    /** How many rows there are to choose from. */
    int rows() {
        return now == null ? 0 : train().count();
    }

    /** Whether there is one row in turn at a time. */
    boolean hasTurn() {
        return now != null && now.setup().plan().batch() == 1;
    }

    /** The chosen row, {@link #OWN} or {@link #IN_TURN}. */
    int row() {
        return row;
    }

    void choose(int wanted) {
        if (wanted == OWN && row != OWN && now != null) {
            own = input(train(), shownRow()).clone();
        }
        row = wanted == IN_TURN && !hasTurn() ? 0 : Math.max(IN_TURN, Math.min(rows() - 1, wanted));
    }

    /** To the next or the one before, round and round; from inputs of one's own to where they came from. */
    void move(int by) {
        if (rows() > 0) {
            choose(Math.floorMod((row < 0 ? shownRow() : row) + by, rows()));
        }
    }

    /** A row as a list of numbers, with its target: {@code 0.8, 1.2 → 3}. */
    String describe(int which) {
        if (which == OWN) {
            return Messages.text("neuron.row.own");
        }
        if (which == IN_TURN) {
            return Messages.text("neuron.row.turn");
        }
        StringBuilder text = new StringBuilder();
        for (float value : input(train(), which)) {
            text.append(text.isEmpty() ? "" : ", ").append(Numbers.significant(value, 3));
        }
        String target = Numbers.significant(train().targets()[which], 3);
        return Messages.text("neuron.row", Numbers.count(which + 1L), text, target);
    }

    /** Changes one of one's own inputs. */
    void setInput(int input, double value) {
        check(value);
        own[input] = (float) value;
    }

    /** Asks for another weight, or with {@code input} the number of inputs for another bias. */
    void edit(int input, double value) {
        check(value);
        run.edit(Map.of(place(input), (float) value));
    }

    /** The weight or bias that the run began with. */
    double first(int input) {
        return now == null ? 0 : now.setup().start().parameters()[place(input)];
    }

    /** Goes back to the weight or bias that the run began with. */
    void restore(int input) {
        edit(input, first(input));
    }

    private int place(int input) {
        if (now == null) {
            throw new IllegalStateException("there is no neuron yet");
        }
        Layout.Slice slice = Layout.of(now.setup().plan().network()).slice(0);
        return input < slice.in() ? slice.weights() + input : slice.biases();
    }

    /** The row that is shown, whichever way it was chosen. */
    private int shownRow() {
        int[] batch = now == null ? new int[0] : now.batchRows();
        return row >= 0 ? row : batch.length > 0 ? batch[0] : 0;
    }

    private Rows train() {
        if (now == null) {
            return Rows.NONE;
        }
        return now.setup().rows().split().train();
    }

    static float[] input(Rows rows, int row) {
        int in = rows.inputs().length / Math.max(1, rows.count());
        float[] input = new float[in];
        System.arraycopy(rows.inputs(), row * in, input, 0, in);
        return input;
    }

    private static void check(double value) {
        if (!(Math.abs(value) <= MOST)) {
            throw new InvalidInput(Messages.text("parameter.refused", Numbers.count((long) MOST)));
        }
    }
}
