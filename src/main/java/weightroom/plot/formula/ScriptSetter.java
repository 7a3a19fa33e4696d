package weightroom.plot.formula;

import java.util.Optional;
import weightroom.formula.Formula;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Symbol;

/** Indices, exponents and limits (appendix G, rules 13a and 18). */
final class ScriptSetter {
    private static final double HIGH = 0.42;
    private static final double LOW = 0.17;
    private static final double LOW_UNDER_HIGH = 0.25;
    /** How far below the top of a tall base an exponent stands, and how far below its bottom an index. */
    private static final double HIGH_DROP = 0.36;

    private static final double LOW_DROP = 0.06;
    private static final double GAP = 0.16;
    private static final double AFTER = 0.05;

    private final Setter around;
    private final double scale;

    ScriptSetter(Setter around) {
        this.around = around;
        scale = around.scale();
    }

    Box beside(Scripts scripts) {
        Box base = scripts.base().read(around);
        Style small = around.style().script();
        Optional<Box> low = scripts.low().map(part -> around.in(small, part));
        boolean primed = scripts.high().filter(ScriptSetter::isPrime).isPresent();
        Optional<Box> high = scripts.high().map(part -> around.in(primed ? around.style() : small, part));
        boolean letter = isLetter(scripts.base());
        double up = letter ? 0 : base.height() - HIGH_DROP * scale;
        double down = letter ? 0 : base.depth() + LOW_DROP * scale;
        double x = around.smallLetter();
        if (high.isPresent()) {
            double least = Math.max(HIGH * scale, high.get().depth() + x / 4);
            // The font's prime stands high by itself.
            up = primed ? Math.max(0, up - least) : Math.max(up, least);
        }
        if (low.isPresent()) {
            double least = high.isPresent() ? LOW_UNDER_HIGH * scale : LOW * scale;
            down = Math.max(down, Math.max(least, low.get().height() - 0.8 * x));
        }
        if (low.isPresent() && high.isPresent() && !primed) {
            double gap = up - high.get().depth() - (low.get().height() - down);
            down += Math.max(0, GAP * scale - gap);
        }
        return put(base, low, down, high, up);
    }

    private Box put(Box base, Optional<Box> low, double down, Optional<Box> high, double up) {
        Box.Pile pile = new Box.Pile().add(base, 0, 0);
        double lowDown = down;
        low.ifPresent(box -> pile.add(box, base.width(), lowDown));
        high.ifPresent(box -> pile.add(box, base.width() + base.lean() + 0.02 * scale, -up));
        return pile.reach(pile.width() + AFTER * scale, 0, 0).box();
    }

    private static boolean isLetter(Formula base) {
        return base instanceof Symbol
                || base instanceof Formula.Colored colored && isLetter(colored.body())
                || base instanceof Formula.Name
                || base instanceof Formula.Row row && row.items().size() <= 1;
    }

    private static boolean isPrime(Formula high) {
        return high instanceof Symbol symbol && symbol.text().startsWith("′");
    }

    /** Above and below the base, centred. */
    Box limits(Scripts scripts) {
        Box base = scripts.base().read(around);
        Style small = around.style().script();
        Optional<Box> low = scripts.low().map(part -> around.in(small, part));
        Optional<Box> high = scripts.high().map(part -> around.in(small, part));
        double width = Math.max(
                base.width(),
                Math.max(low.map(Box::width).orElse(0.0), high.map(Box::width).orElse(0.0)));
        Box.Pile pile = new Box.Pile().add(base, (width - base.width()) / 2, 0);
        high.ifPresent(box -> {
            double up = base.height() + box.depth() + Math.max(0.13, 0.2 - box.depth()) * scale;
            pile.add(box, (width - box.width()) / 2, -up);
        });
        low.ifPresent(box -> {
            double down = base.depth() + box.height() + 0.16 * scale;
            pile.add(box, (width - box.width()) / 2, down);
        });
        return pile.reach(width, 0, 0).box();
    }
}
