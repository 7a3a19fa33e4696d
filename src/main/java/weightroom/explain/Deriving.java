package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.arithmetic.Shown;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Result;

/** Makes the derivation of one number. */
final class Deriving {
    private final Pass pass;
    private final Quantity asked;
    /** What is worked out: the gradient of a parameter, else the number itself. */
    private final Quantity target;

    private final int row;
    private final Symbols symbols;

    Deriving(Pass pass, Quantity asked, int row, int most) {
        this.pass = pass;
        this.asked = asked;
        this.row = pass.sample().n() == 1 ? 0 : row;
        target = asked.kind().parameter() ? asked.as(asked.kind().derivative()) : asked;
        symbols = Symbols.of(pass.subject().network());
    }

    Derivation derivation() {
        List<Section> sections = new ArrayList<>();
        double value = pass.value(target, Math.max(row, 0));
        if (!Double.isFinite(value)) {
            sections.add(new Section.Remark(Text.of("remark.infinite", symbols.text(target))));
            return new Derivation(asked, row, sections);
        }
        sections.add(new Result(symbols.latex(target), Shown.card(value), meaning(value)));
        if (Symbols.plain(target).kind().parameter() && target.kind().gradient()) {
            sections.add(Checks.of(pass, symbols, target));
        }
        return new Derivation(asked, row, sections);
    }

    private String meaning(double value) {
        Kind kind = target.kind();
        if (!kind.gradient()) {
            return "";
        }
        String sign = value > 0 ? "positive" : value < 0 ? "negative" : "zero";
        return Text.of("meaning." + sign, symbols.text(Symbols.plain(target)));
    }
}
