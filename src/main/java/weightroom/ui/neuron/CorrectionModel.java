package weightroom.ui.neuron;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weightroom.data.Plane;
import weightroom.data.Prepared;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The perceptron rule, one correction at a time: what the row in turn asks for, and what has been corrected so far. */
final class CorrectionModel {
    /** Mistakes to count at once while it plays, so that the picture stays smooth, and once it stands still. */
    private static final int MOST_PLAYING = 400;

    private static final int MOST_PAUSED = 100_000;

    private final RunModel run;
    private @Nullable Snapshot now;
    private @Nullable Engine engine;
    private @Nullable Walk walk;

    CorrectionModel(RunModel run) {
        this.run = run;
    }

    /** How the run fares: whether any row is wrong, and for how long none was corrected. */
    enum Standing {
        LEARNING,
        /** All rows are right, but no whole epoch has shown it yet. */
        ALL_RIGHT,
        /** A whole epoch passed without a correction: it has come to its end. */
        DONE
    }

    @SuppressWarnings("ReferenceEquality") // The setup stays the same object as long as nothing of it changes.
    void accept(Snapshot next) {
        if (now == null || now.setup() != next.setup()) {
            close();
            boolean fits = fits(next);
            engine = fits ? new Engine(next.setup().plan()) : null;
            walk = fits ? new Walk(next.setup()) : null;
        }
        now = next;
        if (walk != null) {
            walk.follow(next.state(), next.playing() ? MOST_PLAYING : MOST_PAUSED);
        }
    }

    /** Frees what it counts with. */
    void close() {
        if (walk != null) {
            walk.close();
        }
        walk = null;
        engine = null;
        now = null;
    }

    private static boolean fits(Snapshot next) {
        return next.setup().plan().perceptron()
                && NeuronModel.fits(next.setup().plan().network());
    }

    /** Why there is nothing to show; empty while there is. */
    Optional<String> refusal() {
        if (now == null || engine != null) {
            return Optional.empty();
        }
        Network network = now.setup().plan().network();
        if (!now.setup().plan().perceptron()) {
            return Optional.of(Messages.text("correction.needs.rule"));
        }
        return Optional.of(
                NeuronModel.isOneNeuron(network)
                        ? Messages.text("neuron.needs.inputs", NeuronModel.MOST_INPUTS, network.inputs())
                        : Messages.text("neuron.needs.one", network));
    }

    /** What the rule does with the row in turn. */
    Optional<Correction> correction() {
        if (now == null || engine == null || walk == null) {
            return Optional.empty();
        }
        State state = now.state();
        int row = walk.rowAt(state.step());
        Network network = now.setup().plan().network();
        Layout.Slice slice = Layout.of(network).slice(0);
        Layer layer = network.output();
        float[] inputs = NeuronModel.input(train(now), row);
        Neuron neuron = new Neuron(
                NeuronModel.names(now.setup()),
                inputs,
                weights(slice, state),
                state.parameters()[slice.biases()],
                engine.sums(state.parameters(), inputs, 1)[0],
                engine.outputs(state.parameters(), inputs, 1)[0],
                train(now).targets()[row],
                layer.activation(),
                layer.alpha());
        State next = walk.next(state);
        double rate = now.setup().plan().replicas().get(0).learningRate();
        return Optional.of(new Correction(row, neuron, weights(slice, next), next.parameters()[slice.biases()], rate));
    }

    private static float[] weights(Layout.Slice slice, State state) {
        float[] weights = new float[slice.in()];
        System.arraycopy(state.parameters(), slice.weights(), weights, 0, weights.length);
        return weights;
    }

    /** The answers to all training rows. */
    float[] outputs() {
        return now == null || engine == null
                ? new float[0]
                : engine.outputs(
                        now.state().parameters(),
                        train(now).inputs(),
                        train(now).count());
    }

    /** Distance of the nearest training row from the line, min |z| / ‖w‖; NaN where there is no line. */
    double nearest() {
        if (now == null || engine == null) {
            return Double.NaN;
        }
        float[] parameters = now.state().parameters();
        double squares = 0;
        for (float weight : weights(Layout.of(now.setup().plan().network()).slice(0), now.state())) {
            squares += (double) weight * weight;
        }
        double least = Double.POSITIVE_INFINITY;
        for (float sum : engine.sums(parameters, train(now).inputs(), train(now).count())) {
            least = Math.min(least, Math.abs(sum));
        }
        return squares > 0 ? least / Math.sqrt(squares) : Double.NaN;
    }

    /** The training rows. */
    Rows train() {
        return now == null ? Rows.NONE : train(now);
    }

    private static Rows train(Snapshot of) {
        return of.setup().rows().split().train();
    }

    /** The part of the plane of two inputs that is worth drawing, as wide as it is high so that right angles look right. */
    Plane plane() {
        Rows rows = train();
        double[][] points = new double[rows.count()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {rows.inputs()[2 * i], rows.inputs()[2 * i + 1]};
        }
        Plane plane =
                now == null ? Plane.square(-1, 1) : raw(now.setup().rows()).orElseGet(() -> Plane.around(points));
        double half = Math.max(plane.high1() - plane.low1(), plane.high2() - plane.low2()) / 2;
        double middle1 = (plane.high1() + plane.low1()) / 2;
        double middle2 = (plane.high2() + plane.low2()) / 2;
        return new Plane(middle1 - half, middle1 + half, middle2 - half, middle2 + half);
    }

    /** The data's own plane, where the neuron receives the raw inputs as they are. */
    private static Optional<Plane> raw(Prepared rows) {
        boolean asTheyAre = rows.featureNames().equals(rows.dataset().inputNames());
        for (int j = 0; asTheyAre && j < rows.featureNames().size(); j++) {
            asTheyAre = rows.map().scaling().scale(j, 1) == 1
                    && rows.map().scaling().scale(j, 0) == 0;
        }
        return asTheyAre ? rows.dataset().plane() : Optional.empty();
    }

    /** How far it is. */
    Standing standing() {
        float[] outputs = outputs();
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i] != train().targets()[i]) {
                return Standing.LEARNING;
            }
        }
        if (now == null || walk == null || walk.counting()) {
            return Standing.ALL_RIGHT;
        }
        long step = now.state().step();
        long whole = step - step % walk.stepsPerEpoch();
        long begin = whole - walk.stepsPerEpoch();
        boolean shown = begin >= walk.countedFrom() && walk.count(begin, whole) == 0;
        return shown ? Standing.DONE : Standing.ALL_RIGHT;
    }

    /** {@code 5 corrections so far, 2 of them in epoch 3}. */
    String counts() {
        if (now == null || walk == null) {
            return "";
        }
        long step = now.state().step();
        long begin = step - step % walk.stepsPerEpoch();
        long all = walk.count(0, step);
        long here = walk.count(begin, step);
        long epoch = step / walk.stepsPerEpoch() + 1;
        String text = Messages.text("correction.counts", Numbers.count(all), Numbers.count(here), Numbers.count(epoch));
        if (walk.counting()) {
            return text + " " + Messages.text("correction.counting");
        }
        return walk.countedFrom() > 0
                ? text + " " + Messages.text("correction.since", Numbers.count(walk.countedFrom()))
                : text;
    }

    /** Whether any row will be wrong after the one in turn. */
    boolean hasNextMistake() {
        return next().isPresent();
    }

    private OptionalLong next() {
        return now == null || walk == null ? OptionalLong.empty() : walk.stepsToNextMistake(now.state());
    }

    /** Corrects by the row in turn and takes up the next. */
    void nextSample() {
        run.transport().step(1);
    }

    /** Goes on until a wrong row is in turn. */
    void nextMistake() {
        next().ifPresent(run.transport()::step);
    }

    /** One row back. */
    void back() {
        run.transport().stepBack();
    }

    /** Whether there is a row before. */
    boolean canGoBack() {
        return now != null && now.state().step() > now.timeline().earliest().step();
    }
}
