package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Replica;
import weightroom.explain.Added.Part;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.WithNumbers;

/** Derivations of the loss and of the penalty. */
final class Whole {
    private final Ground ground;
    private final int most;
    private final List<Section> sections = new ArrayList<>();

    Whole(Ground ground, int most) {
        this.ground = ground;
        this.most = most;
    }

    /** L, or the part that a row has in it. */
    List<Section> loss(int row) {
        if (row == Derivation.ALL) {
            rows();
        } else {
            outputs(row);
        }
        return sections;
    }

    private void rows() {
        int n = ground.n();
        List<Part> parts = new ArrayList<>();
        for (int s = 0; s < n; s++) {
            double part = ofRow(s);
            parts.add(Added.worked(
                    ground.row(s),
                    share(s),
                    Map.of(ground.ofRow("L", s), Shown.card(part * n)),
                    part,
                    Optional.of(ground.lead(Quantity.LOSS, s))));
        }
        sections.add(new InSymbols("L", List.of("\\frac{1}{" + n + "} \\sum_{s} L_{s}")));
        sections.add(Added.of(Over.ROWS, parts, most, ground.pass().loss()));
        result("L", ground.pass().loss());
    }

    /** What a row adds to the mean. */
    private String share(int s) {
        return ground.n() == 1 ? "L" : "\\frac{" + ground.ofRow("L", s) + "}{" + ground.n() + "}";
    }

    private double ofRow(int s) {
        LossForms forms = new LossForms(ground, s);
        double sum = 0;
        for (int k = 0; k < ground.network().outputs(); k++) {
            sum += forms.termValue(k);
        }
        return sum;
    }

    private void outputs(int s) {
        LossForms forms = new LossForms(ground, s);
        double value = ofRow(s);
        int c = ground.network().outputs();
        if (c == 1) {
            LossForms.Form form = forms.term(0);
            sections.add(new InSymbols(share(s), List.of(Conditions.with(form.formula(), form.condition()))));
            String line = Piece.worked(form.formula(), form.numbers(), Shown.card(value));
            if (!line.isEmpty()) {
                sections.add(new WithNumbers(List.of(line)));
            }
        } else {
            several(forms, s, value);
        }
        result(share(s), value);
        sections.add(new Remark(ground.loss().label() + ": " + ground.loss().formula()));
    }

    private void several(LossForms forms, int s, double value) {
        List<Part> parts = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < ground.network().outputs(); k++) {
            LossForms.Form form = forms.term(k);
            Quantity a = Quantity.unit(Kind.ACTIVATION, ground.last(), k);
            Part part = Added.worked(
                    ground.symbols().unit(ground.last(), k),
                    form.formula(),
                    form.numbers(),
                    forms.termValue(k),
                    Optional.of(ground.lead(a, s)));
            parts.add(part);
            if (!form.formula().equals("0")) {
                terms.add(form.formula());
            }
        }
        boolean fits = terms.size() <= 3 && !terms.isEmpty();
        String sum = fits ? String.join(" + ", terms) : "\\sum_{k=1}^{" + parts.size() + "} \\ell_{k}";
        sections.add(new InSymbols(share(s), List.of(sum.replace("+ -", "- "))));
        sections.add(Added.of(Over.OUTPUTS, parts, most, value));
    }

    private void result(String symbol, double value) {
        sections.add(new Result(symbol, Shown.card(value), ""));
    }

    /** l1·Σ|w| + l2·Σw². */
    List<Section> penalty() {
        Replica replica = ground.pass().subject().replica();
        double value = ground.pass().penalty();
        List<String> terms = new ArrayList<>();
        List<String> formulas = new ArrayList<>();
        Map<String, Shown> numbers = new HashMap<>();
        double[] sums = sums();
        if (replica.l1() != 0) {
            terms.add("\\lambda_1 \\sum |w|");
            formulas.add("\\lambda_1 A");
            numbers.put("\\lambda_1", Shown.exact(replica.l1()));
            numbers.put("A", Shown.card(sums[0]));
        }
        if (replica.l2() != 0) {
            terms.add("\\lambda_2 \\sum w^2");
            formulas.add("\\lambda_2 B");
            numbers.put("\\lambda_2", Shown.exact(replica.l2()));
            numbers.put("B", Shown.card(sums[1]));
        }
        if (!terms.isEmpty()) {
            sections.add(new InSymbols("P", List.of(String.join(" + ", terms))));
            String line = Piece.worked(String.join(" + ", formulas), numbers, Shown.card(value));
            sections.add(new WithNumbers(List.of(line)));
        }
        sections.add(new Result("P", Shown.card(value), ""));
        sections.add(new Remark(Text.of(terms.isEmpty() ? "remark.nopenalty" : "remark.penalty")));
        return sections;
    }

    /** Σ|w| and Σw² over all weights. */
    private double[] sums() {
        double[] sums = new double[2];
        float[] theta = ground.pass().subject().state().parameters();
        for (Slice slice : ground.pass().subject().layout().slices()) {
            for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                sums[0] += Math.abs(theta[i]);
                sums[1] += (double) theta[i] * theta[i];
            }
        }
        return sums;
    }
}
