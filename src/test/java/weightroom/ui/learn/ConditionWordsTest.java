package weightroom.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.lesson.Condition;
import weightroom.lesson.Condition.Operator;
import weightroom.lesson.Condition.Side;
import weightroom.lesson.Metric;

class ConditionWordsTest {
    @Test
    void aLossBelowABoundReadsAsASentence() {
        assertThat(words(Metric.of(Metric.Kind.TRAIN_LOSS), Operator.LESS, 0.000001, 0))
                .isEqualTo("training loss below 0.000001");
    }

    @Test
    void placesCountFromOneAndNameTheBias() {
        Metric bias = new Metric(Metric.Kind.WEIGHT, List.of(0, 0, Metric.BIAS), Double.NaN);
        assertThat(words(bias, Operator.EQUAL, -10, 0.05)).isEqualTo("weight of layer/unit/input 1/1/b = −10 ± 0.05");
    }

    @ParameterizedTest
    @EnumSource(Metric.Kind.class)
    void everyMetricHasItsWords(Metric.Kind kind) {
        Metric metric = new Metric(kind, List.of(0), 0.5);
        assertThat(words(metric, Operator.AT_LEAST, 4, 0))
                .endsWith(" at least 4")
                .doesNotContain("{", "learn.");
    }

    private static String words(Metric metric, Operator operator, double bound, double tolerance) {
        return ConditionWords.of(
                new Condition("", new Side.Measured("", metric, 1), operator, new Side.Constant(bound), tolerance));
    }
}
