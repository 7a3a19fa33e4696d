package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.lesson.Condition.Operator;
import weightroom.lesson.Condition.Side;

class ConditionTest {
    private static Condition condition(String text, String... lanes) {
        return new ConditionParser(List.of(lanes)).condition(text);
    }

    @ParameterizedTest
    @CsvSource({
        "right < 4, 3, true",
        "right < 4, 4, false",
        "right <= 4, 4, true",
        "right <= 4, 5, false",
        "right > 4, 5, true",
        "right > 4, 4, false",
        "right >= 4, 4, true",
        "right >= 4, 3, false",
        "right = 4, 4, true",
        "right = 4, 4.0001, false",
        "right = 4 ± 0.5, 4.5, true",
        "right = 4 +/- 0.5, 3.4, false",
        "right = 4 +- 0.5, 3.6, true",
        "right != 4, 5, true",
        "right != 4, 4, false",
        "right < 4, NaN, false",
        "right >= 4, NaN, false",
        "right = 4 ± 9, NaN, false",
        "right != 4, NaN, true",
        "right > 4, Infinity, true",
        "right<4,3,true",
    })
    void itHoldsAsItReads(String text, double value, boolean holds) {
        Condition condition = condition(text);
        double right = ((Side.Constant) condition.right()).value();
        assertThat(condition.holds(value, right)).isEqualTo(holds);
    }

    @Test
    void eitherSideMayBeAMetricOfALaneTimesANumber() {
        Condition condition = condition("adam.train-loss <= 0.5 * sgd.epochs-to 0.05", "adam", "sgd");
        assertThat(condition.operator()).isEqualTo(Operator.AT_MOST);
        assertThat(condition.left()).isEqualTo(new Side.Measured("adam", Metric.of(Metric.Kind.TRAIN_LOSS), 1));
        assertThat(condition.right())
                .isEqualTo(new Side.Measured("sgd", new Metric(Metric.Kind.EPOCHS_TO, List.of(), 0.05), 0.5));
        assertThat(condition("gradient 0 * 10 < gradient 1").left())
                .isEqualTo(new Side.Measured("", new Metric(Metric.Kind.GRADIENT, List.of(0), Double.NaN), 10));
    }

    @ParameterizedTest
    @EnumSource(Metric.Kind.class)
    void everyMetricIsReadAsItPrintsItself(Metric.Kind kind) {
        List<Integer> at =
                switch (kind.place()) {
                    case NOWHERE, LEVEL -> List.of();
                    case LAYER -> List.of(3);
                    case OUTPUT -> List.of(2, 1);
                    case UNIT -> List.of(1, 2, 30);
                    case LINK -> List.of(0, 5, Metric.BIAS);
                };
        Metric metric = new Metric(kind, at, kind.place() == Metric.Place.LEVEL ? 0.25 : Double.NaN);
        assertThat(new ConditionParser(List.of()).metric(metric.toString())).isEqualTo(metric);
    }
}
