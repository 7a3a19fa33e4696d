package weightroom.ui.neuron;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Program;
import weightroom.engine.State;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.model.RunModel;

/** A run that trains on the spot, and what it is asked for. */
final class Moments {
    static final String RELU =
            """
            { weightroom: 1, data: { rows: [[0.8, 1.2, 3], [-0.8, -1.2, 0]], inputs: 2 },
              network: { layers: [{ units: 1, activation: relu }] },
              start: { weights: [[[1.0, 0.75]]], biases: [[0.5]] },
              training: { loss: mse, optimizer: { id: sgd, learning-rate: 0 }, batch: full, epochs: 1 } }
            """;
    static final String CONCERT =
            """
            { weightroom: 1, data: { rows: [[1, 0, 1, 0, 1, 1], [0, 1, 1, 0, 1, 0]], inputs: 5 },
              network: { layers: [{ units: 1, activation: step }] },
              start: { weights: [[[0.7, 0.6, 0.5, 0.3, 0.4]]], biases: [[-1.5]] },
              training: { optimizer: { id: perceptron, learning-rate: 1 }, epochs: 1 } }
            """;
    static final String FOLD =
            """
            { weightroom: 1, data: { source: xor },
              network: { layers: [{ units: 2, activation: sigmoid }, { units: 1, activation: sigmoid }] },
              start: { weights: [[[20, 20], [-20, -20]], [[20, 20]]], biases: [[-10, 30], [-30]] },
              training: { loss: binary-cross-entropy, optimizer: { id: sgd, learning-rate: 2 }, batch: full, epochs: 9 } }
            """;

    private final Setup setup;
    private final Program program;
    private final History history = new History();
    private final List<Command> asked = new ArrayList<>();
    private final RunModel run;
    private long serial;

    Moments(String experiment) {
        setup = Setup.of(ExperimentReader.parse("test.yaml", experiment), Path.of(""));
        program = new JavaDevice(Workers.NONE).compile(setup.plan(), setup.data());
        program.restore(0, setup.start());
        run = new RunModel(asked::add, now());
    }

    /** The perceptron rule from zero, the rows in their order. */
    static String rule(String source, int epochs) {
        return """
                { weightroom: 1, data: { source: %s }, network: { layers: [{ units: 1, activation: step }] },
                  start: { weights: zeros, biases: zeros },
                  training: { optimizer: { id: perceptron, learning-rate: 1 }, shuffle: false, epochs: %d } }
                """
                .formatted(source, epochs);
    }

    RunModel run() {
        return run;
    }

    Setup setup() {
        return setup;
    }

    /** Everything asked for that trains or changes. */
    List<Command> asked() {
        return asked.stream()
                .filter(one -> !(one instanceof Command.Watch || one instanceof Command.Speed))
                .toList();
    }

    Snapshot after(long steps) {
        program.train(steps, 0);
        return told();
    }

    Snapshot at(State state) {
        program.restore(0, state);
        return told();
    }

    State state() {
        return program.save(0);
    }

    private Snapshot told() {
        Snapshot now = now();
        run.accept(now);
        return now;
    }

    private Snapshot now() {
        State state = program.save(0);
        int rows = setup.data().get(0).train().count();
        int[] order = new int[rows];
        setup.plan().order(setup.plan().replicas().get(0).seed(), setup.plan().epochOf(state.step(), rows), order);
        int from = setup.plan().batchStart(state.step(), rows);
        int[] batch = Arrays.copyOfRange(order, from, from + setup.plan().batchSize(state.step(), rows));
        long epoch = state.step() / setup.plan().stepsPerEpoch(rows);
        return new Snapshot(
                setup,
                state,
                new Snapshot.Progress(epoch, state.step(), false, 0, batch, -1, Long.MAX_VALUE),
                new Snapshot.Used("java", "Java"),
                history,
                Timeline.View.START,
                Snapshot.Watched.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                ++serial);
    }
}
