package weightroom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.engine.Layout;
import weightroom.engine.Metrics;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

/** What the gallery says of its presets is held against training each of them to its end. */
class PresetTest {
    private static final double LN_2 = Math.log(2);

    private static final Map<String, Consumer<Outcome>> CLAIMS = Map.ofEntries(
            Map.entry("xor-two-units", outcome -> outcome.solves(1)),
            Map.entry(
                    "xor-no-hidden", outcome -> assertThat(outcome.trainLoss()).isBetween(LN_2 - 1e-3, LN_2 + 1e-3)),
            Map.entry("xor-constant", PresetTest::hiddenUnitsAreTwins),
            Map.entry("xor-zeros", outcome -> {
                hiddenUnitsAreTwins(outcome);
                assertThat(outcome.trainLoss()).isBetween(LN_2 - 1e-6, LN_2 + 1e-6);
            }),
            Map.entry("perceptron-and", outcome -> outcome.solves(1)),
            Map.entry("perceptron-xor", outcome -> outcome.failsBelow(0.8)),
            Map.entry("circle-squares", outcome -> outcome.solves(0.99)),
            Map.entry("circle-lines", outcome -> outcome.failsBelow(0.7)),
            Map.entry("spiral-adam", outcome -> outcome.solves(0.99)),
            Map.entry("spiral-small-rate", outcome -> {
                outcome.failsBelow(0.7);
                assertThat(outcome.trainLoss()).isLessThan(outcome.firstLoss()).isGreaterThan(0.6);
            }),
            Map.entry("spiral-large-rate", outcome -> {
                outcome.failsBelow(0.75);
                assertThat(outcome.trainLoss()).isGreaterThan(outcome.firstLoss());
            }),
            Map.entry("deep-sigmoid", outcome -> {
                outcome.failsBelow(0.6);
                assertThat(movedOfFirstLayer(outcome)).isLessThan(0.01);
            }),
            Map.entry("deep-relu", outcome -> outcome.solves(0.99)),
            Map.entry("deep-batch-norm", outcome -> outcome.solves(0.99)),
            Map.entry("relu-dead", outcome -> {
                outcome.failsBelow(0.6);
                assertThat(answersDiffer(outcome)).isFalse();
            }),
            Map.entry("relu-gentle", outcome -> outcome.solves(0.99)),
            Map.entry("overfit", outcome -> {
                outcome.solves(1);
                assertThat(outcome.testLoss()).isGreaterThan(100 * outcome.trainLoss());
            }),
            Map.entry("overfit-l2", outcome -> assertThat(outcome.testLoss()).isLessThan(lossOf("overfit") / 2)),
            Map.entry(
                    "overfit-dropout", outcome -> assertThat(outcome.testLoss()).isLessThan(lossOf("overfit") / 2)),
            Map.entry("large-start", outcome -> assertThat(outcome.diverged()).isTrue()),
            Map.entry("he-start", outcome -> assertThat(outcome.trainLoss()).isLessThan(1e-3)),
            Map.entry("plateau-mse", outcome -> outcome.failsBelow(0.3)),
            Map.entry("plateau-cured", outcome -> outcome.solves(0.9)),
            Map.entry("line", outcome -> assertThat(outcome.trainLoss())
                    .isBetween(leastSquares(outcome.setup()) * 0.9999, leastSquares(outcome.setup()) * 1.02)),
            Map.entry(
                    "line-large-rate", outcome -> assertThat(outcome.diverged()).isTrue()),
            Map.entry("iris", outcome -> assertThat(outcome.testAccuracy()).isGreaterThan(0.93)),
            Map.entry("digits", outcome -> assertThat(outcome.testAccuracy()).isGreaterThan(0.9)));

    /** A preset trained to its end. */
    private record Outcome(
            Setup setup,
            boolean diverged,
            double firstLoss,
            double trainLoss,
            double testLoss,
            double trainAccuracy,
            double testAccuracy,
            float[] parameters,
            float[] answers) {
        void solves(double accuracy) {
            assertThat(diverged).isFalse();
            assertThat(trainAccuracy).isGreaterThanOrEqualTo(accuracy);
        }

        void failsBelow(double accuracy) {
            assertThat(diverged).isFalse();
            assertThat(trainAccuracy).isLessThan(accuracy);
        }
    }

    static Stream<Preset> presets() {
        return Preset.all().stream();
    }

    @Test
    void thereAreAtLeastSixteenHalfOfThemToLearnFromMistakes() {
        assertThat(Preset.all()).hasSizeGreaterThanOrEqualTo(16).doesNotHaveDuplicates();
        assertThat(Preset.all()).filteredOn(preset -> !preset.works()).hasSizeGreaterThan(8);
        assertThat(Preset.all()).extracting(Preset::id).containsExactlyInAnyOrderElementsOf(CLAIMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatTheGallerySaysOfAPresetHolds(Preset preset) {
        assertThat(preset.why()).endsWith(".");
        CLAIMS.get(preset.id()).accept(train(preset.experiment()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetsFileSaysNothingTwiceAndReadsBackAsItself(Preset preset) {
        Experiment experiment = preset.experiment();
        assertThat(experiment.title()).isNotBlank();
        assertThat(ExperimentReader.parse("again.json", weightroom.experiment.ExperimentWriter.json(experiment)))
                .isEqualTo(experiment);
    }

    @Test
    void theSentenceOnOverfittingCountsItsParametersAndPoints() {
        Setup setup = Setup.of(new Preset("overfit", false).experiment(), Path.of(""));
        int parameters = Layout.of(setup.plan().network()).total();
        assertThat(new Preset("overfit", false).why()).contains("%,d parameters".formatted(parameters));
        assertThat(setup.data().get(0).train().count()).isEqualTo(50);
    }

    private static Outcome train(Experiment experiment) {
        Setup setup = Setup.of(experiment, Path.of(""));
        Split split = setup.data().get(0);
        try (Devices devices = new Devices();
                Run run = new Run(setup, devices, devices.java())) {
            double first = run.measure().train();
            while (run.end().isEmpty()) {
                run.advance(1 << 16, 1 << 16);
            }
            float[] answers = run.predict(split.train());
            return new Outcome(
                    setup,
                    run.divergence().isPresent(),
                    first,
                    run.loss(split.train()),
                    split.test().isEmpty() ? Double.NaN : run.loss(split.test()),
                    accuracy(setup, split.train(), answers),
                    accuracy(setup, split.test(), run.predict(split.test())),
                    run.state().parameters(),
                    answers);
        }
    }

    private static double accuracy(Setup setup, Rows rows, float[] answers) {
        return rows.isEmpty()
                ? Double.NaN
                : Metrics.of(setup.task(), rows, answers).values().getOrDefault("accuracy", Double.NaN);
    }

    private static double lossOf(String id) {
        return train(new Preset(id, false).experiment()).testLoss();
    }

    /** In both networks of equal starts: four units of two weights and a bias, then one of four weights and a bias. */
    private static void hiddenUnitsAreTwins(Outcome outcome) {
        float[] p = outcome.parameters();
        for (int unit = 1; unit < 4; unit++) {
            assertThat(p[2 * unit]).isEqualTo(p[0]);
            assertThat(p[2 * unit + 1]).isEqualTo(p[1]);
            assertThat(p[8 + unit]).isEqualTo(p[8]);
        }
        outcome.failsBelow(0.8);
    }

    /** The largest change of any weight of the first layer. */
    private static double movedOfFirstLayer(Outcome outcome) {
        float[] first = outcome.setup().start().parameters();
        double moved = 0;
        for (int i = 0; i < 16; i++) {
            moved = Math.max(moved, Math.abs(outcome.parameters()[i] - first[i]));
        }
        return moved;
    }

    private static boolean answersDiffer(Outcome outcome) {
        for (float answer : outcome.answers()) {
            if (Math.abs(answer - outcome.answers()[0]) > 1e-6) {
                return true;
            }
        }
        return false;
    }

    /** The mean squared error of the least squares line through the training rows, from the textbook's sums. */
    private static double leastSquares(Setup setup) {
        Rows rows = setup.data().get(0).train();
        double n = rows.count();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < n; i++) {
            double x = rows.inputs()[i];
            double y = rows.targets()[i];
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
            syy += y * y;
        }
        double slope = (sxy - sx * sy / n) / (sxx - sx * sx / n);
        return (syy - sy * sy / n - slope * (sxy - sx * sy / n)) / n;
    }
}
