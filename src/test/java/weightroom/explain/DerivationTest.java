package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Shown;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Check;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.Given;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Penalty;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;
import weightroom.explain.Section.Terms;
import weightroom.explain.Section.WithNumbers;
import weightroom.formula.FormulaParser;

class DerivationTest {
    @Test
    void whatIsShownCanBeWorkedOutAgainInEveryKindOfNetwork() {
        Random random = new Random(5);
        int derived = 0;
        for (Loss loss : Loss.values()) {
            for (Activation activation : Activation.values()) {
                if (activation.hasSlope()) {
                    int depth = 1 + random.nextInt(4);
                    derived += everything(Shapes.random(loss, activation, depth, random), random);
                }
            }
        }
        assertThat(derived).isGreaterThan(1_500);
    }

    private static int everything(Subject subject, Random random) {
        int derived = 0;
        for (boolean dropout : new boolean[] {false, true}) {
            for (Sample sample : List.of(Sample.row(subject, 1), Sample.batch(subject))) {
                Pass pass = Pass.of(subject, sample, dropout);
                for (Quantity quantity : quantities(subject.network())) {
                    derived += random.nextInt(20) == 0 ? derive(pass, quantity) : 0;
                }
            }
        }
        return derived;
    }

    private static int derive(Pass pass, Quantity quantity) {
        if (!quantity.plain().kind().parameter() && quantity.kind() != Kind.LOSS) {
            recompute(Derivation.of(pass, quantity, 0));
            return 1;
        }
        recompute(Derivation.of(pass, quantity, Derivation.ALL, 3));
        if (pass.sample().n() > 1) {
            recompute(Derivation.of(pass, quantity, 2, 3));
        }
        return 1;
    }

    @Test
    void whatFewUnitsCarryBackIsWrittenOutWithNumbers() {
        Subject subject = Shapes.subject(
                """
                { "weightroom": 1, "data": { "rows": [[1, 2, -1]], "inputs": 1 },
                  "network": { "layers": [{ "units": 1, "activation": "linear" }, { "units": 2, "activation": "linear" }] },
                  "start": { "weights": [[[1]], [[0.5], [-3]]], "biases": [[0], [0, 0]] },
                  "training": { "loss": "mse" } }
                """);
        Pass pass = Pass.of(subject, Sample.row(subject, 0), true);

        // Slopes by z are 0.5 − 2 and −3 + 1.
        Derivation derivation = Derivation.of(pass, Quantity.unit(Kind.D_ACTIVATION, 0, 0), 0);

        assertThat(derivation.sections())
                .contains(new WithNumbers(List.of("-1.5000 \\cdot 0.5000 + (-2.0000) \\cdot (-3.0000)")));
    }

    static List<Quantity> quantities(Network network) {
        List<Quantity> all = new ArrayList<>(List.of(Quantity.LOSS, Quantity.PENALTY));
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int u = 0; u < layer.units(); u++) {
                all.add(Quantity.weight(l, u, network.fanIn(l) - 1));
                for (Kind kind : layer.batchNorm()
                        ? List.of(Kind.GAMMA, Kind.BETA, Kind.NORMALIZED, Kind.LINEAR, Kind.D_LINEAR)
                        : List.of(Kind.BIAS)) {
                    all.add(Quantity.unit(kind, l, u));
                }
                for (Kind kind : List.of(
                        Kind.SUM,
                        Kind.RESPONSE,
                        Kind.MASK,
                        Kind.ACTIVATION,
                        Kind.D_ACTIVATION,
                        Kind.D_RESPONSE,
                        Kind.D_SUM)) {
                    all.add(Quantity.unit(kind, l, u));
                }
            }
            if (layer.activation().learnsAlpha()) {
                all.add(new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE));
            }
        }
        return all;
    }

    private static void recompute(Derivation derivation) {
        Supplier<String> about = derivation::text;
        Shown result = derivation.sections().stream()
                .filter(Result.class::isInstance)
                .map(section -> ((Result) section).value())
                .findFirst()
                .orElse(Shown.exact(0));
        for (Section section : derivation.sections()) {
            if (section instanceof InSymbols formula) {
                formula.right().forEach(FormulaParser::parse);
                FormulaParser.parse(formula.left());
            } else if (section instanceof Factors factors) {
                factors.factors().forEach(factor -> agree(factor.numbers(), factor.value(), about));
            } else if (section instanceof WithNumbers numbers) {
                numbers.lines().forEach(line -> agree(line, result, about));
            } else if (section instanceof Terms terms) {
                adds(terms, about);
            } else if (section instanceof Check check) {
                assertThat(check.result()).as(about).isEqualTo(result);
            } else if (section instanceof Penalty penalty) {
                agree(penalty.line().numbers(), penalty.line().value(), about);
            } else if (section instanceof Given given) {
                given.lines().forEach(line -> agree(line.numbers(), line.value(), about));
            } else if (section instanceof Step step) {
                step.lines().forEach(line -> agree(line.numbers(), line.value(), about));
                assertThat(last(step).value().exact())
                        .as(about)
                        .isCloseTo(step.after().exact(), within(1e-12));
            }
        }
        products(derivation, about);
        if (derivation.hashCode() % 10 == 0) {
            assertThat(derivation.latex()).matches("\\p{ASCII}*");
            assertThat(derivation.text()).doesNotContain("\\");
        }
    }

    private static Line last(Step step) {
        return step.lines().get(step.lines().size() - 1);
    }

    /** To the last digit or one off. */
    private static void agree(String numbers, Shown value, Supplier<String> about) {
        if (numbers.isEmpty()) {
            return;
        }
        FormulaParser.parse(numbers);
        double worked = Arithmetic.parse(numbers).value(Map.of());
        double place =
                value.number().signum() == 0 ? 1e-300 : value.number().ulp().doubleValue();
        assertThat(worked).as(about).isCloseTo(value.value(), within(1.000001 * place + 1e-15));
    }

    private static void adds(Terms terms, Supplier<String> about) {
        double shown = 0;
        double exact = 0;
        double sizes = 0;
        for (Section.Term term : terms.terms()) {
            agree(term.numbers(), term.value(), about);
            shown += term.value().value();
            exact += term.value().exact();
            sizes += Math.abs(term.value().exact());
        }
        if (terms.rest().isPresent()) {
            shown += terms.rest().get().value().value();
            exact += terms.rest().get().value().exact();
        }
        Shown total = terms.total();
        double place =
                total.number().signum() == 0 ? 1e-4 : total.number().ulp().doubleValue();
        assertThat(shown).as(about).isCloseTo(total.value(), within(1.000001 * place));
        assertThat(exact)
                .as(about)
                .isCloseTo(total.exact(), within(1e-12 * (sizes + Math.abs(total.exact())) + 1e-300));
    }

    /** Whether these are parts of batch norm's own formula, which is no product. */
    private static boolean coupled(Factors factors) {
        return factors.factors().stream().anyMatch(factor -> factor.symbol().equals("\\bar{d}"));
    }

    /** The factors' product without rounding is the number that the pass has found. */
    private static void products(Derivation derivation, Supplier<String> about) {
        double product = 1;
        boolean whole = false;
        for (Section section : derivation.sections()) {
            if (section instanceof Factors factors && !coupled(factors)) {
                whole = true;
                for (Factor factor : factors.factors()) {
                    product *= factor.value().exact();
                }
            }
            if (section instanceof Result result && whole) {
                double value = result.value().exact();
                assertThat(product).as(about).isCloseTo(value, within(1e-12 * Math.abs(value) + 1e-300));
                return;
            }
        }
    }
}
