package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {
    static Stream<Arguments> linearAxes() {
        return Stream.of(
                arguments(-6.0, 6.0, 4, "−5 0 5"),
                arguments(0.0, 1.0, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
                arguments(0.0, 0.07, 4, "0.00 0.02 0.04 0.06"),
                arguments(-1.0, 1.0, 4, "−1.0 −0.5 0.0 0.5 1.0"),
                arguments(0.0, 4200.0, 5, "0 1\u2009000 2\u2009000 3\u2009000 4\u2009000"),
                arguments(99.5, 100.5, 2, "99.5 100.0 100.5"),
                arguments(0.0, 3e-9, 3, "0 1e−9 2e−9 3e−9"));
    }

    @ParameterizedTest
    @MethodSource("linearAxes")
    void linearMarksStandAtNiceNumbers(double low, double high, int wanted, String labels) {
        assertThat(String.join(" ", labels(Ticks.linear(low, high, wanted)))).isEqualTo(labels);
    }

    static Stream<Arguments> logarithmicAxes() {
        return Stream.of(
                arguments(0.004, 1.3, 5, "0.01 0.1 1"),
                arguments(0.02, 0.9, 5, "0.02 0.05 0.1 0.2 0.5"),
                arguments(1e-12, 1.0, 4, "1e−12 1e−9 1e−6 0.001 1"),
                arguments(0.5, 0.6, 3, "0.50 0.55 0.60"));
    }

    @ParameterizedTest
    @MethodSource("logarithmicAxes")
    void logarithmicMarksStandAtDecades(double low, double high, int wanted, String labels) {
        assertThat(String.join(" ", labels(Ticks.log(low, high, wanted)))).isEqualTo(labels);
    }

    @Test
    void betweenDecadesStandMinorMarksWithoutWords() {
        List<Double> minor = Ticks.log(0.1, 10, 1).marks().stream()
                .filter(tick -> !tick.major())
                .map(Ticks.Tick::value)
                .toList();
        assertThat(Ticks.log(0.001, 10, 5).marks())
                .filteredOn(Ticks.Tick::major)
                .hasSize(5);
        assertThat(Ticks.log(0.001, 10, 5).marks())
                .filteredOn(tick -> !tick.major())
                .hasSize(32);
        assertThat(minor).isEmpty();
    }

    @Test
    void countsAreMarkedAtWholeNumbersOnly() {
        assertThat(labels(Ticks.whole(0, 2, 10))).containsExactly("0", "1", "2");
        assertThat(labels(Ticks.whole(0, 25_000, 3))).containsExactly("0", "10\u2009000", "20\u2009000");
    }

    @Test
    void everyMarkLiesWithinTheAxis() {
        for (double high = 1e-6; high < 1e9; high *= 3.7) {
            for (int wanted = 1; wanted < 12; wanted++) {
                double top = high;
                assertThat(Ticks.linear(-0.3 * high, high, wanted).marks())
                        .hasSizeBetween(1, wanted + 2)
                        .allMatch(tick -> tick.value() >= -0.3001 * top && tick.value() <= 1.0001 * top);
            }
        }
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.marks().stream()
                .filter(Ticks.Tick::major)
                .map(Ticks.Tick::label)
                .toList();
    }
}
