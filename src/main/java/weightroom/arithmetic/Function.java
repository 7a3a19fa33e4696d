package weightroom.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import weightroom.engine.Normal;

/** The functions of one number that a formula may call, each with its slope. */
enum Function {
    ROOT("\\sqrt{", "}", Math::sqrt, x -> 0.5 / Math.sqrt(x)),
    EXP("\\exp", "", Math::exp, Math::exp),
    /** The same, written as a power. */
    POWER_OF_E("e^{", "}", Math::exp, Math::exp),
    LN("\\ln", "", Math::log, x -> 1 / x),
    TANH("\\tanh", "", Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
    COSH("\\cosh", "", Math::cosh, Math::sinh),
    SIGMOID("\\sigma", "", Function::sigmoid, x -> sigmoid(x) * sigmoid(-x)),
    NORMAL_DISTRIBUTION("\\Phi", "", Normal::distribution, Normal::density),
    NORMAL_DENSITY("\\varphi", "", Normal::density, x -> -x * Normal.density(x)),
    SIGN("\\operatorname{sign}", "", Math::signum, x -> 0),
    SIZE("|", "|", Math::abs, Math::signum);

    /** Those whose argument stands in brackets of its own. */
    static final List<Function> BEFORE_BRACKETS =
            Arrays.stream(values()).filter(function -> function.after.isEmpty()).toList();

    private final String before;
    private final String after;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;

    Function(String before, String after, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        this.before = before;
        this.after = after;
        this.value = value;
        this.slope = slope;
    }

    double value(double x) {
        return value.applyAsDouble(x);
    }

    double slope(double x) {
        return slope.applyAsDouble(x);
    }

    /** What stands before its argument in LaTeX, braces and bars included. */
    String before() {
        return before;
    }

    /** What stands behind its argument; nothing where that has brackets of its own. */
    String after() {
        return after;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
