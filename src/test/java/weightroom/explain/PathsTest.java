package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Terms;

class PathsTest {
    private static Pass pass(int... hidden) {
        StringBuilder layers = new StringBuilder();
        for (int units : hidden) {
            layers.append("{ \"units\": %d, \"activation\": \"tanh\" }, ".formatted(units));
        }
        Subject subject = Shapes.subject(
                """
                { "weightroom": 1, "seed": 4, "data": { "source": "iris" },
                  "network": { "layers": [%s { "units": 3, "activation": "softmax" }] },
                  "training": { "loss": "categorical-cross-entropy", "optimizer": { "id": "sgd", "learning-rate": 0.1 } } }
                """
                        .formatted(layers));
        return Pass.of(subject, Sample.row(subject, 70), true);
    }

    private static Terms terms(Pass pass, int most) {
        return (Terms) Derivation.of(pass, Quantity.weight(0, 1, 0), 0, most).sections().stream()
                .filter(section -> section instanceof Terms terms && terms.over() == Over.PATHS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLargestPathsAreThoseThatCountingAllOfThemFinds() {
        Pass pass = pass(3, 4, 5);
        List<Double> all = new ArrayList<>();
        for (int k1 = 0; k1 < 4; k1++) {
            for (int k2 = 0; k2 < 5; k2++) {
                for (int k3 = 0; k3 < 3; k3++) {
                    double product = 1;
                    product *= pass.value(Quantity.input(0), 0) * slope(pass, 0, 1);
                    product *= pass.value(Quantity.weight(1, k1, 1), 0) * slope(pass, 1, k1);
                    product *= pass.value(Quantity.weight(2, k2, k1), 0) * slope(pass, 2, k2);
                    product *= pass.value(Quantity.weight(3, k3, k2), 0);
                    all.add(product * pass.value(Quantity.unit(Kind.D_SUM, 3, k3), 0));
                }
            }
        }
        double total = all.stream().mapToDouble(Double::doubleValue).sum();
        double sizes = all.stream().mapToDouble(Math::abs).sum();
        all.sort(Comparator.comparingDouble(path -> -Math.abs(path)));

        Terms terms = terms(pass, 7);

        assertThat(terms.terms()).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(terms.terms().get(i).value().exact()).isCloseTo(all.get(i), within(1e-15));
            assertThat(terms.terms().get(i).share()).isCloseTo(all.get(i) / sizes, within(1e-12));
        }
        assertThat(terms.total().exact()).isCloseTo(total, within(1e-14));
        assertThat(terms.rest().orElseThrow().count()).isEqualTo(BigInteger.valueOf(60 - 7));
        assertThat(terms.rest().orElseThrow().value().exact())
                .isCloseTo(all.stream().skip(7).mapToDouble(Double::doubleValue).sum(), within(1e-14));
    }

    private static double slope(Pass pass, int l, int u) {
        DenseLayer layer = pass.layer(l);
        return 1 - layer.activations()[u] * layer.activations()[u];
    }

    @Test
    void millionsOfPathsAreNotCountedOneByOne() {
        Pass pass = pass(100, 128, 128, 64);
        terms(pass, 12);

        long start = System.nanoTime();
        Terms terms = terms(pass, 12);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(terms.terms()).hasSize(12);
        assertThat(terms.rest().orElseThrow().count()).isEqualTo(BigInteger.valueOf(128L * 128 * 64 * 3 - 12));
        assertThat(taken).isLessThan(Duration.ofSeconds(2));
    }
}
