package weightroom.ui.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Program;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.model.RunModel;

/** A run that trains on the spot, for models of the Explain view. */
final class Passes {
    static final String XOR =
            """
            { weightroom: 1, seed: 3, data: { source: xor },
              network: { layers: [{ units: 2, activation: tanh }, { units: 1, activation: sigmoid }] },
              training: { loss: mse, optimizer: { id: sgd, learning-rate: 0.5 }, batch: 2 } }
            """;

    private final Setup setup;
    private final Program program;
    private final List<Command> asked = new ArrayList<>();
    private final RunModel run;
    private long serial;

    Passes(String experiment) {
        setup = Setup.of(ExperimentReader.parse("test.yaml", experiment), Path.of(""));
        program = new JavaDevice(Workers.NONE).compile(setup.plan(), setup.data());
        program.restore(0, setup.start());
        run = new RunModel(asked::add, now());
    }

    RunModel run() {
        return run;
    }

    /** What was asked for that moves the run. */
    List<Command> asked() {
        return asked.stream()
                .filter(one -> !(one instanceof Command.Watch || one instanceof Command.Speed))
                .toList();
    }

    /** Makes so many updates, and tells of them. */
    Snapshot train(long steps) {
        program.train(steps, 0);
        run.accept(now());
        return run.snapshot().get();
    }

    private Snapshot now() {
        return new Snapshot(
                setup,
                program.save(0),
                Snapshot.Progress.of(0, 0, false, 0),
                new Snapshot.Used("java", "Java"),
                new History(),
                Timeline.View.START,
                Snapshot.Watched.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                ++serial);
    }
}
