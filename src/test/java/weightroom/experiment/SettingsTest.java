package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.data.DataSource;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;

final class SettingsTest {
    private static final Experiment SPIRAL = Experiment.spiral();

    @Test
    void everySettingTakesItsOwnValueAndChangesNothingByIt() {
        for (Setting setting : Settings.of(SPIRAL)) {
            String text = setting.text(SPIRAL);
            assertEquals(SPIRAL, setting.with(SPIRAL, text), setting.path());
        }
    }

    @Test
    void everySettingTakesItsInitialValue() {
        for (Setting setting : Settings.of(SPIRAL)) {
            Experiment changed = setting.with(SPIRAL, setting.initial());
            assertEquals(setting.initial(), setting.text(changed), setting.path());
        }
    }

    @Test
    void everyChangeIsReadBackAndChangesNothingElse() {
        for (Setting setting : Settings.of(SPIRAL)) {
            String other =
                    switch (setting.kind()) {
                        case NUMBER ->
                            Decimal.text(setting.low() + 0.125 * Math.min(1, setting.high() - setting.low()));
                        case WHOLE -> Decimal.text(Math.max(2, setting.low()));
                        case FLAG -> setting.isOn(SPIRAL) ? "false" : "true";
                        case CHOICE -> setting.words().get(1);
                        case TEXT -> "Another title";
                        case LIST -> "x1,x1*x2";
                    };
            Experiment changed = setting.with(SPIRAL, other);
            assertNotEquals(SPIRAL, changed, setting.path());
            assertEquals(other, setting.text(changed), setting.path());
            Set<String> differing = new HashSet<>();
            for (Setting each : Settings.of(SPIRAL)) {
                if (!each.text(SPIRAL).equals(each.text(changed))) {
                    differing.add(each.path());
                }
            }
            differing.remove(setting.path().equals("data.source") ? "data.samples" : "");
            assertEquals(Set.of(setting.path()), differing);
        }
    }

    @Test
    void numbersOutsideTheRangeAreRefusedByPath() {
        for (Setting setting : Settings.of(SPIRAL)) {
            if (setting.kind() == Setting.Kind.NUMBER || setting.kind() == Setting.Kind.WHOLE) {
                for (double outside : new double[] {setting.low() - 1, setting.high() * 2 + 1}) {
                    InvalidInput e = assertThrows(InvalidInput.class, () -> setting.with(SPIRAL, outside));
                    assertTrue(e.getMessage().startsWith(setting.path() + " is "), e.getMessage());
                }
            }
        }
    }

    @Test
    void pathsAreUniqueAndEveryRangeHoldsItsInitialValue() {
        Set<String> paths = new HashSet<>();
        for (Setting setting : Settings.of(SPIRAL)) {
            assertTrue(paths.add(setting.path()), setting.path());
            assertTrue(!setting.label().isBlank() && setting.help().endsWith("."), setting.path());
        }
    }

    @Test
    void anotherOptimizerKeepsTheRateAndTakesItsOwnNumbers() {
        Experiment adam =
                Settings.apply(Settings.apply(SPIRAL, "training.optimizer.id=adam"), "training.optimizer.beta1=0.5");
        assertEquals(List.of(0.5, 0.999, 1e-8), adam.training().optimizer().knobs());
        Experiment rmsprop = Settings.apply(adam, "training.optimizer.id=rmsprop");
        assertEquals(
                new OptimizerSpec(
                        Optimizer.RMSPROP, SPIRAL.training().optimizer().learningRate()),
                rmsprop.training().optimizer());
    }

    @Test
    void anotherActivationTakesItsOwnAlpha() {
        Experiment leaky = Settings.apply(SPIRAL, "network.layers.0.activation=leaky-relu");
        assertEquals(0.01, leaky.network().layers().get(0).alpha());
        Experiment steep = Settings.apply(leaky, "network.layers.0.alpha=0.3");
        Experiment elu = Settings.apply(steep, "network.layers.0.activation=elu");
        assertEquals(1, elu.network().layers().get(0).alpha());
    }

    @Test
    void weightsThatWereWrittenOutCanBeDrawnAgain() {
        Experiment given = SPIRAL.withStart(new StartSpec(
                new StartSpec.GivenWeights(List.of(List.of(List.of(1.0)))),
                new StartSpec.GivenBiases(List.of(List.of(1.0)))));
        assertEquals("none", Settings.find(given, "start.weights.id").text(given));
        Experiment drawn =
                Settings.apply(Settings.apply(given, "start.weights.id=xavier-uniform"), "start.biases.id=zeros");
        assertEquals(SPIRAL, drawn);
    }

    @Test
    void theBatchMayBeFullAndClippingMayBeTakenAway() {
        Experiment full = Settings.apply(SPIRAL, "training.batch=full");
        assertEquals(Plan.FULL, full.training().batch());
        assertTrue(Double.isNaN(Settings.find(full, "training.batch").number(full)));
        Experiment clipped = Settings.apply(SPIRAL, "training.clip.norm=1");
        assertEquals(1, clipped.training().clipNorm());
        assertEquals(SPIRAL, Settings.apply(clipped, "training.clip.norm=none"));
    }

    @Test
    void anotherSourceComesWithItsOwnRows() {
        Experiment iris = Settings.apply(SPIRAL, "data.source=iris");
        assertEquals(DataSpec.Source.of(DataSource.IRIS), iris.data().origin());
        assertEquals(SPIRAL.data().train(), iris.data().train());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.l2=abc|training.l2 is \"abc\"; expected a number from 0 to 1000",
                "training.l2=|training.l2 is \"\"; expected a number",
                "training.l2=NaN|training.l2 is \"NaN\"; expected a number",
                "training.l2=1e999|training.l2 is \"1e999\"; expected a number",
                "training.l2=none|training.l2 is \"none\"; expected a number",
                "training.l2|has no \"=\"; expected a path and a value",
                "=1|\"\" is not a setting of this experiment",
                "trainng.l2=1|did you mean \"training.l2\"?",
                "training.optimizer.beta1=0.5|is not a setting of this experiment",
                "training.optimizer.id=adm|did you mean \"adam\"?",
                "training.shuffle=yes|training.shuffle is \"yes\"; expected true or false",
                "training.batch=0|training.batch is 0",
                "training.batch=some|training.batch is \"some\"; expected a whole number from 1 to 1000000000 or full",
                "seed=0.5|seed is 0.5; expected a whole number",
                "network.layers.0.activation=softmax|softmax",
                "network.layers.9.units=1|\"network.layers.9.units\" is not a setting",
                "data.features=x1,,x2|data.features.1 is \"\"; expected a formula",
                "data.validation=0.5|data.validation is 0.5 and train is 0.8"
            })
    void whatCannotBeSetIsSaid(String assignment, String message) {
        InvalidInput e = assertThrows(InvalidInput.class, () -> Settings.apply(SPIRAL, assignment));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
