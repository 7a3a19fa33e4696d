package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Shown;
import weightroom.engine.Loss.Terms;
import weightroom.engine.WrittenLoss;
import weightroom.engine.cpu.DenseLayer;
import weightroom.engine.cpu.LossHead;
import weightroom.explain.Quantity.Kind;

/** The loss's formulas over the names of the outputs of one row; each with the 1/n of the mean. */
final class LossForms {
    private final Ground ground;
    private final int s;
    private final int c;
    private final DenseLayer output;
    private final LossHead head;

    LossForms(Ground ground, int s) {
        this.ground = ground;
        this.s = s;
        c = ground.network().outputs();
        output = ground.pass().layer(ground.last());
        head = new LossHead(ground.loss(), ground.n(), c);
    }

    /**
     * A formula with its numbers.
     *
     * @param condition for which outputs it holds; empty where it holds for all
     */
    record Form(String formula, Map<String, Shown> numbers, String condition) {
        double value() {
            Map<String, Double> exact = new HashMap<>();
            numbers.forEach((name, shown) -> exact.put(name, shown.exact()));
            return Arithmetic.parse(formula).value(exact);
        }
    }

    /** The part of output k in L. */
    Form term(int k) {
        WrittenLoss written = ground.loss().written(terms(k));
        return form(written.value(), written.condition(), k);
    }

    /** The same number as the program finds it. */
    double termValue(int k) {
        return ground.loss().value(terms(k)) / divisor();
    }

    /** ∂L/∂a of output k. */
    Form byActivation(int k) {
        WrittenLoss written = ground.loss().written(terms(k));
        return form(written.byPrediction(), written.condition(), k);
    }

    /** ∂L/∂z of output k, where sigmoid or softmax belongs to the loss or to the row. */
    Form bySum(int k) {
        if (!ground.loss().fromLogits()) {
            return throughSoftmax(k);
        }
        WrittenLoss written = ground.loss().written(terms(k));
        return form(written.byLogit(), written.condition(), k);
    }

    /** How many terms L is the mean of. */
    int divisor() {
        return ground.loss().divisor(c) * ground.n();
    }

    private Terms terms(int k) {
        return head.terms(
                output.preActivations(),
                output.activations(),
                ground.pass().batch().targets(),
                s,
                k);
    }

    private Form form(String formula, String condition, int k) {
        Map<String, String> names = new HashMap<>();
        Map<String, Shown> numbers = new HashMap<>();
        name("p", Quantity.unit(Kind.ACTIVATION, ground.last(), k), names, numbers);
        name("y", Quantity.unit(Kind.TARGET, Quantity.NONE, k), names, numbers);
        Terms terms = terms(k);
        int right = right();
        name("t", Quantity.unit(Kind.ACTIVATION, ground.last(), right), names, numbers);
        numbers.put("v", Shown.exact(terms.v));
        numbers.put("\\Sigma_y", Shown.card(terms.ySum));
        String here = Arithmetic.parse(formula).renamed(names).latex();
        boolean whole = divisor() == 1 || here.equals("0");
        String divided = whole ? here : "\\frac{" + here + "}{" + divisor() + "}";
        return new Form(divided, numbers, Conditions.renamed(condition, names));
    }

    private void name(String letter, Quantity quantity, Map<String, String> names, Map<String, Shown> numbers) {
        names.put(letter, ground.latex(quantity));
        numbers.put(ground.latex(quantity), ground.card(quantity, s));
    }

    /** The output whose target is largest: the right class, where there are classes. */
    private int right() {
        int right = 0;
        double[] targets = ground.pass().batch().targets();
        for (int k = 1; k < c; k++) {
            right = targets[s * c + k] > targets[s * c + right] ? k : right;
        }
        return right;
    }

    /** ∂L/∂z_k = p_k (∂L/∂p_k − Σ_j p_j ∂L/∂p_j). */
    private Form throughSoftmax(int k) {
        Map<String, Shown> numbers = new HashMap<>();
        List<String> products = new ArrayList<>();
        for (int j = 0; j < c; j++) {
            products.add(a(j, numbers) + " " + slope(j, numbers));
        }
        String row = String.join(" + ", products);
        return new Form(
                a(k, numbers) + " \\left(" + slope(k, numbers) + " - \\left(" + row + "\\right)\\right)", numbers, "");
    }

    private String a(int j, Map<String, Shown> numbers) {
        return named(Quantity.unit(Kind.ACTIVATION, ground.last(), j), numbers);
    }

    private String slope(int j, Map<String, Shown> numbers) {
        return named(Quantity.unit(Kind.D_ACTIVATION, ground.last(), j), numbers);
    }

    private String named(Quantity quantity, Map<String, Shown> numbers) {
        numbers.put(ground.latex(quantity), ground.card(quantity, s));
        return ground.latex(quantity);
    }
}
