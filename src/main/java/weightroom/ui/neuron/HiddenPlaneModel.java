package weightroom.ui.neuron;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.data.Dataset;
import weightroom.data.Plane;
import weightroom.engine.Activation;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.run.Grid;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** What a last hidden layer of two units makes of the plane, and where its output's line lies there. */
final class HiddenPlaneModel {
    /** Corners of the sheet along each side. */
    static final int SIDE = 43;

    private static final double ROOM = 0.08;

    private final RunModel run;
    private @Nullable Snapshot now;
    private @Nullable Engine engine;
    private @Nullable Setup prepared;
    private Slice slice = Slice.FIRST_TWO;
    private Plane plane = Plane.square(-1, 1);
    private double[][] corners = new double[0][];
    private float[] cornerFeatures = new float[0];

    HiddenPlaneModel(RunModel run) {
        this.run = run;
    }

    /**
     * Places in both planes.
     *
     * @param xs in the plane of inputs
     * @param ys likewise
     * @param toXs activations of the first hidden unit
     * @param toYs those of the second
     * @param outputs of the network there
     */
    record Places(float[] xs, float[] ys, float[] toXs, float[] toYs, float[] outputs) {}

    /** v₁h₁ + v₂h₂ + bias = 0. */
    record Cut(double v1, double v2, double bias) {}

    @SuppressWarnings("ReferenceEquality") // The setup stays the same object as long as nothing of it changes.
    void accept(Snapshot next) {
        now = next;
        Slice wanted = run.slice().get();
        if (prepared != next.setup() || !wanted.equals(slice)) {
            prepared = next.setup();
            slice = wanted;
            boolean fits = refusal().isEmpty();
            engine = fits ? new Engine(next.setup().plan()) : null;
            if (fits) {
                layOut(next.setup());
            }
        }
    }

    private void layOut(Setup setup) {
        Dataset dataset = setup.rows().dataset();
        plane = run.plane().get().orElseGet(() -> Plane.around(axes(dataset.inputs())));
        double column = (plane.high1() - plane.low1()) / (SIDE - 1);
        double row = (plane.high2() - plane.low2()) / (SIDE - 1);
        // A grid's points are the middles of its cells, so half a cell more on every side puts them on the edges.
        Grid grid = new Grid(
                SIDE,
                SIDE,
                plane.low1() - column / 2,
                plane.high1() + column / 2,
                plane.low2() - row / 2,
                plane.high2() + row / 2);
        corners = slice.points(grid, dataset.inputCount());
        cornerFeatures = setup.rows().map().apply(corners);
    }

    private double[][] axes(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new double[] {row[slice.axis1()], row[slice.axis2()]})
                .toArray(double[][]::new);
    }

    /** What the network lacks to be shown; empty where it lacks nothing. */
    Optional<String> refusal() {
        if (now == null) {
            return Optional.empty();
        }
        Network network = now.setup().plan().network();
        int layers = network.layers().size();
        if (layers < 2) {
            return Optional.of(Messages.text("hidden.needs.layer"));
        }
        if (network.fanIn(layers - 1) != 2) {
            return Optional.of(Messages.text("hidden.needs.two", network.fanIn(layers - 1)));
        }
        if (network.outputs() != 1) {
            return Optional.of(Messages.text("hidden.needs.output", network.outputs()));
        }
        return now.setup().rows().dataset().inputCount() < 2
                ? Optional.of(Messages.text("hidden.needs.inputs"))
                : Optional.empty();
    }

    boolean ready() {
        return now != null && engine != null;
    }

    /** The corners of a sheet over the input plane, row by row from below. */
    Places sheet() {
        return places(corners, cornerFeatures);
    }

    /** The training rows. */
    Places points() {
        if (now == null) {
            return places(new double[0][], new float[0]);
        }
        int[] rows = now.setup().rows().parts().train();
        double[][] inputs = now.setup().rows().dataset().inputs();
        double[][] raw = Arrays.stream(rows).mapToObj(row -> inputs[row]).toArray(double[][]::new);
        return places(raw, train().inputs());
    }

    private Places places(double[][] raw, float[] features) {
        int n = engine == null ? 0 : raw.length;
        float[] xs = new float[n];
        float[] ys = new float[n];
        for (int i = 0; i < n; i++) {
            xs[i] = (float) raw[i][slice.axis1()];
            ys[i] = (float) raw[i][slice.axis2()];
        }
        if (now == null || engine == null) {
            return new Places(xs, ys, xs, ys, xs);
        }
        float[][][] values = engine.activations(now.state().parameters(), features, n);
        float[][] hidden = values[values.length - 2];
        return new Places(xs, ys, hidden[0], hidden[1], values[values.length - 1][0]);
    }

    /** The training rows as the engine has them. */
    Rows train() {
        return now == null ? Rows.NONE : now.setup().rows().split().train();
    }

    /** Where the output tips: for two classes between them, for amounts at the middle of the targets. */
    double threshold() {
        if (now == null) {
            return 0;
        }
        if (now.setup().task() instanceof Task.Binary binary) {
            return binary.threshold();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float target : train().targets()) {
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        return (low + high) / 2;
    }

    /** From −1 to 1: which side of the threshold an output is on, and how far, half the way between two classes being 1. */
    double answer(double output) {
        double reach = now != null && now.setup().task() instanceof Task.Binary binary
                ? (binary.high() - binary.low()) / 2
                : Math.max(1e-9, Math.abs(threshold()));
        return Math.max(-1, Math.min(1, (output - threshold()) / reach));
    }

    /** The line of the output neuron in the hidden plane, where its pre-activation is that of the threshold. */
    Cut cut() {
        if (now == null || engine == null) {
            return new Cut(0, 0, 0);
        }
        Network network = now.setup().plan().network();
        int last = network.layers().size() - 1;
        Layout.Slice slot = Layout.of(network).slice(last);
        float[] parameters = now.state().parameters();
        if (slot.biases() == Layout.NONE) {
            return new Cut(0, 0, 0);
        }
        double v1 = parameters[slot.weights()];
        double v2 = parameters[slot.weights() + 1];
        Activation activation = network.output().activation();
        return new Cut(
                v1,
                v2,
                parameters[slot.biases()]
                        - tippingSum(activation, network.output().alpha()));
    }

    /** The z at which an output's activation passes the threshold, by halving; 0 where that is the middle of its range. */
    private double tippingSum(Activation activation, double alpha) {
        double wanted = threshold();
        double low = -1e3;
        double high = 1e3;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (activation.value(middle, alpha) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double found = (low + high) / 2;
        return Math.abs(found) < 1e-9 ? 0 : found;
    }

    /** How many training rows are answered right; 0 for amounts. */
    int right() {
        if (now == null || engine == null) {
            return 0;
        }
        float[] outputs = points().outputs();
        return now.setup().task().right(outputs, train().targets(), train().count(), 1);
    }

    boolean isWrong(float output, int row) {
        if (now == null || now.setup().task() instanceof Task.Regression) {
            return false;
        }
        Task task = now.setup().task();
        return task.classOf(new float[] {output}, 0, 1) != task.classOf(train().targets(), row, 1);
    }

    /** Names of the two inputs. */
    List<String> inputNames() {
        if (now == null) {
            return List.of("", "");
        }
        List<String> names = now.setup().rows().dataset().inputNames();
        return List.of(FeatureLabel.of(names.get(slice.axis1())), FeatureLabel.of(names.get(slice.axis2())));
    }

    /** The drawn part of the input plane. */
    Plane inputPlane() {
        return plane;
    }

    /** The part of the hidden plane that the sheet covers: the range of the activation where it has one, else what there is. */
    Plane hiddenPlane(Places sheet) {
        if (now == null || engine == null) {
            return Plane.square(-1, 1);
        }
        Network network = now.setup().plan().network();
        Activation.Shape shape =
                network.layers().get(network.layers().size() - 2).activation().shape();
        boolean bounded = Double.isFinite(shape.low()) && Double.isFinite(shape.high());
        double room = bounded ? ROOM * (shape.high() - shape.low()) : 0;
        return bounded ? Plane.square(shape.low() - room, shape.high() + room) : Plane.around(pairs(sheet));
    }

    private static double[][] pairs(Places sheet) {
        double[][] pairs = new double[sheet.toXs().length][];
        for (int i = 0; i < pairs.length; i++) {
            boolean finite = Float.isFinite(sheet.toXs()[i]) && Float.isFinite(sheet.toYs()[i]);
            pairs[i] = finite ? new double[] {sheet.toXs()[i], sheet.toYs()[i]} : new double[] {0, 0};
        }
        return pairs;
    }
}
