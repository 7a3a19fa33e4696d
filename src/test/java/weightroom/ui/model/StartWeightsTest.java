package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weightroom.engine.Initializer;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

class StartWeightsTest {
    private static final Experiment SPIRAL = Experiment.spiral();
    private static final Setup RUNNING = Setup.of(SPIRAL, Path.of(""));

    @Test
    void everyWeightIsCountedAndNoBias() {
        StartWeights weights = StartWeights.of(SPIRAL, RUNNING);
        assertThat(Arrays.stream(weights.counts()).sum()).isEqualTo(2 * 8 + 8 * 8 + 8);
        assertThat(weights.parameters()).isEqualTo(105);
        assertThat(weights.reach()).isEqualTo(1);
    }

    @Test
    void whatIsChosenIsDrawnBeforeTheRunFollows() {
        Experiment constant = Changes.withInitializer(SPIRAL, Initializer.CONSTANT);
        StartWeights weights = StartWeights.of(constant, RUNNING);
        assertThat(weights.reach()).isEqualTo(0.5);
        assertThat(weights.counts()[StartWeights.BARS - 1]).isEqualTo(88);
        assertThat(StartWeights.of(Changes.withUnits(SPIRAL, 0, 3), RUNNING).parameters())
                .isEqualTo(9 + 32 + 9);
    }

    @Test
    void zerosStandInTheMiddle() {
        StartWeights weights = StartWeights.of(Changes.withInitializer(SPIRAL, Initializer.ZEROS), RUNNING);
        assertThat(weights.counts()[StartWeights.BARS / 2]).isEqualTo(88);
        assertThat(weights.reach()).isEqualTo(1);
    }
}
