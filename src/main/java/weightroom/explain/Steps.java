package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Paper;
import weightroom.arithmetic.Reckoning;
import weightroom.arithmetic.Shown;
import weightroom.engine.Replica;
import weightroom.engine.WrittenRule;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Given;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Penalty;
import weightroom.explain.Section.Step;

/** From a gradient to the parameter's new value: penalty, what is frozen or clipped, the optimizer's rule. */
final class Steps {
    private static final String THETA = "\\theta";
    private static final String GRADIENT = "g";

    private final Ground ground;
    private final Replica replica;
    private final Quantity parameter;
    private final int index;
    private final double slope;
    private final double ofPenalty;

    Steps(Ground ground, Quantity parameter) {
        this.ground = ground;
        this.parameter = parameter;
        replica = ground.pass().subject().replica();
        index = ground.pass().parameter(parameter);
        slope = ground.pass().gradient()[index];
        ofPenalty = ground.pass().penaltyGradient()[index];
    }

    boolean frozen() {
        return replica.frozen().contains(index);
    }

    /** Whether the rule gives a number: not where it divides by 0. */
    boolean finite() {
        return Double.isFinite(ground.pass().update().parameters()[index]);
    }

    private boolean penalized() {
        return parameter.kind() == Kind.WEIGHT && (replica.l1() != 0 || replica.l2() != 0);
    }

    /** ∂P/∂w, where there is a penalty on it. */
    Optional<Penalty> penalty() {
        return penalized() ? Optional.of(new Penalty(penaltyLine())) : Optional.empty();
    }

    private Line penaltyLine() {
        String w = ground.latex(parameter);
        List<String> terms = new ArrayList<>();
        Map<String, Shown> numbers = new HashMap<>();
        numbers.put(w, ground.card(parameter, 0));
        if (replica.l1() != 0) {
            terms.add("\\lambda_1 \\operatorname{sign}(" + w + ")");
            numbers.put("\\lambda_1", Shown.exact(replica.l1()));
        }
        if (replica.l2() != 0) {
            terms.add("2 \\lambda_2 " + w);
            numbers.put("\\lambda_2", Shown.exact(replica.l2()));
        }
        Shown value = Shown.card(ofPenalty);
        String formula = String.join(" + ", terms);
        return new Line(Text.of("line.penalty"), bySymbol("P"), formula, Piece.worked(formula, numbers, value), value);
    }

    private String bySymbol(String above) {
        return Symbols.slope(above, ground.latex(parameter));
    }

    private String lossSlope() {
        return ground.perceptron() ? "g" : bySymbol("L");
    }

    /** What becomes of the gradient before the optimizer sees it; empty where nothing does. */
    Optional<Given> given() {
        List<Line> lines = new ArrayList<>();
        double value = slope;
        if (penalized()) {
            value += ofPenalty;
            Map<String, Shown> numbers = Map.of(lossSlope(), Shown.card(slope), bySymbol("P"), Shown.card(ofPenalty));
            String sum = lossSlope() + " + " + bySymbol("P");
            Shown shown = Shown.card(value);
            lines.add(new Line(Text.of("line.sum"), GRADIENT, sum, Piece.worked(sum, numbers, shown), shown));
        }
        if (frozen()) {
            lines.add(new Line(Text.of("line.frozen"), GRADIENT, "0", "", Shown.card(0)));
            return Optional.of(new Given(lines, Shown.card(0)));
        }
        double bound = replica.clipValue();
        if (Math.abs(value) > bound) {
            value = Math.copySign(bound, value);
            lines.add(new Line(
                    Text.of("line.value", Shown.exact(bound).text()),
                    GRADIENT,
                    Shown.exact(value).latex(),
                    "",
                    Shown.card(value)));
        }
        double norm = norm();
        if (norm > replica.clipNorm()) {
            String before = lines.isEmpty() ? lossSlope() : GRADIENT;
            Map<String, Shown> numbers =
                    Map.of(before, Shown.card(value), "c", Shown.exact(replica.clipNorm()), "N", Shown.card(norm));
            value = ground.pass().applied()[index];
            String rule = "\\frac{" + before + " \\cdot c}{N}";
            String sentence = Text.of(
                    "line.norm",
                    Shown.card(norm).text(),
                    Shown.exact(replica.clipNorm()).text());
            Shown shown = Shown.card(value);
            lines.add(new Line(sentence, GRADIENT, rule, Piece.worked(rule, numbers, shown), shown));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Given(lines, Shown.card(value)));
    }

    /** ‖g‖ of the whole gradient after clipping by value. */
    private double norm() {
        double squares = 0;
        double[] data = ground.pass().gradient();
        for (int i = 0; i < data.length; i++) {
            double g =
                    replica.frozen().contains(i) ? 0 : data[i] + ground.pass().penaltyGradient()[i];
            double cut = Math.max(-replica.clipValue(), Math.min(replica.clipValue(), g));
            squares += cut * cut;
        }
        return Math.sqrt(squares);
    }

    /** The optimizer's rule with its own numbers. */
    Step step() {
        WrittenRule rule = replica.optimizer().written();
        Update update = ground.pass().update();
        boolean changed = given().isPresent() || ground.perceptron();
        String gradient = changed ? GRADIENT : lossSlope();
        Map<String, String> names = Map.of(THETA, ground.latex(parameter), GRADIENT, gradient);
        Paper paper = Paper.ofCards();
        List<Line> known = new ArrayList<>();
        know(paper, known, "rate", "\\eta", Shown.exact(update.learningRate()));
        know(paper, known, "step", "t", Shown.exact(update.step()));
        for (int i = 0; i < rule.knobs().size(); i++) {
            know(
                    paper,
                    known,
                    "knob",
                    rule.knobs().get(i),
                    Shown.exact(replica.knobs().get(i)));
        }
        for (int i = 0; i < rule.slots().size(); i++) {
            double memory = ground.pass().subject().state().slots()[i][index];
            know(paper, known, "memory", rule.slots().get(i), Shown.card(memory));
        }
        know(paper, known, "gradient", gradient, Shown.card(ground.pass().applied()[index]));
        know(paper, known, "before", ground.latex(parameter), ground.card(parameter, 0));
        return new Step(
                replica.optimizer().label(),
                known,
                lines(paper, rule, names),
                ground.card(parameter, 0),
                Shown.card(update.parameters()[index]));
    }

    private static void know(Paper paper, List<Line> known, String key, String symbol, Shown number) {
        paper.put(symbol, number);
        known.add(new Line(Text.of("known." + key), symbol, "", "", number));
    }

    private List<Line> lines(Paper paper, WrittenRule rule, Map<String, String> names) {
        List<Line> lines = new ArrayList<>();
        for (WrittenRule.Line line : rule.lines()) {
            String symbol = names.getOrDefault(line.symbol(), line.symbol());
            Arithmetic formula = Arithmetic.parse(line.formula()).renamed(names);
            Reckoning reckoning = paper.reckon(symbol, formula.latex());
            String key = "part." + line.part().name().toLowerCase(Locale.ROOT);
            lines.add(new Line(
                    Text.of(key),
                    symbol,
                    reckoning.formula(),
                    reckoning.numbers(),
                    reckoning.result(),
                    rule.replaces(line)));
        }
        return lines;
    }
}
