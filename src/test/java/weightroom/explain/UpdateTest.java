package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Activation;
import weightroom.engine.Frozen;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Replica;
import weightroom.engine.State;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Settings;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

/** What a pass says the optimizer makes of it, against what the reference's next step does, bit for bit as floats. */
class UpdateTest {
    private static final String REFERENCE = "reference";

    private static Network network(Optimizer optimizer) {
        return optimizer == Optimizer.PERCEPTRON
                ? new Network(3, List.of(new Layer(2, Activation.SIGN)), false)
                : new Network(
                        3,
                        List.of(
                                new Layer(5, Activation.PRELU).withBatchNorm().withDropout(0.2),
                                new Layer(4, Activation.TANH).withDropout(0.4),
                                new Layer(2, Activation.LINEAR)),
                        false);
    }

    private static void followsExactly(Setup setup, int steps) {
        try (Devices devices = new Devices();
                Run run = new Run(setup, devices, devices.byId(REFERENCE))) {
            for (int step = 0; step < steps; step++) {
                nextIsExplained(run);
            }
            assertThat(run.step()).isEqualTo(steps);
        }
    }

    /** Explains the next update, then makes it. */
    private static void nextIsExplained(Run run) {
        Subject subject = new Subject(run.setup(), run.plan(), run.state());
        Update update = Pass.of(subject, Sample.batch(subject), true).update();
        State explained = update.state(subject.state());
        assertThat(run.advance(1, 1)).isEqualTo(1);
        State made = run.state();
        assertThat(explained.step()).isEqualTo(made.step());
        for (int i = 0; i < subject.layout().trainable(); i++) {
            assertThat(explained.parameters()[i])
                    .as("parameter %d".formatted(i))
                    .isEqualTo(made.parameters()[i]);
        }
        assertThat(explained.slots()).isDeepEqualTo(made.slots());
        assertThat(made.parameters()).isNotEqualTo(subject.state().parameters());
    }

    @ParameterizedTest
    @EnumSource
    void everyOptimizersStepsAreThoseOfTheReference(Optimizer optimizer) {
        Replica plain = Subjects.replica(optimizer, 0, 0, Subjects.NO_CLIP, Subjects.NO_CLIP);
        Loss loss = optimizer == Optimizer.PERCEPTRON ? Loss.MAE : Loss.MSE;
        followsExactly(Subjects.setup(network(optimizer), loss, plain), 4);
        followsExactly(Subjects.setup(network(optimizer), loss, plain, 4), 7);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void penaltyClippingAndWhatIsFrozenAreTakenAlong(Optimizer optimizer) {
        Replica replica = Subjects.replica(optimizer, 0.02, 0.1, 0.3, 0.5).withFrozen(Frozen.of(0, 7, 30));
        followsExactly(Subjects.setup(network(optimizer), Loss.HUBER, replica), 3);
    }

    private static Setup plateau() {
        String text =
                """
                { "weightroom": 1, "seed": 4, "data": { "source": "spiral", "samples": 20 },
                  "network": { "layers": [{ "units": 3, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                  "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "adam", "learning-rate": 0.5 },
                    "schedule": { "id": "plateau", "factor": 0.5, "patience": 1 }, "batch": 8, "epochs": 100 } }
                """;
        return Setup.of(ExperimentReader.parse("plateau.json", text), Path.of(""));
    }

    @Test
    void theRateThatAPlateauHasCutIsTheOneOfTheUpdate() {
        try (Devices devices = new Devices();
                Run run = new Run(plateau(), devices, devices.byId(REFERENCE))) {
            while (run.rateScale() == 1) {
                run.advance(run.stepsToEpochEnd(), 1);
            }
            Subject subject = new Subject(run.setup(), run.plan(), run.state());
            assertThat(subject.learningRate()).isEqualTo(0.25);
            nextIsExplained(run);
        }
    }

    @Test
    void theBatchThatWasChangedOnTheWayIsTheOneThatGoesThrough() {
        try (Devices devices = new Devices();
                Run run = new Run(plateau(), devices, devices.byId(REFERENCE))) {
            run.advance(4, 1);
            Setup before = run.setup();
            run.change(before.with(Settings.apply(before.experiment(), "training.batch=3"), Path.of("")));
            assertThat(run.plan().ahead()).isNotZero();
            for (int i = 0; i < 5; i++) {
                nextIsExplained(run);
            }
        }
    }
}
