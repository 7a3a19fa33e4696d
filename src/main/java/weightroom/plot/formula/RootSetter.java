package weightroom.plot.formula;

import java.util.Optional;
import weightroom.formula.Formula.Root;

/** Roots: a check mark that goes over into a bar (appendix G, rule 11). */
final class RootSetter {
    private final Setter around;

    RootSetter(Setter around) {
        this.around = around;
    }

    Box set(Root root) {
        double scale = around.scale();
        Box body = root.body().read(around);
        double bar = Setter.BAR * scale;
        double gap = (around.style() == Style.DISPLAY ? 0.17 : 0.12) * scale;
        // As high as a capital at least, so that roots of small letters look alike.
        double height = Math.max(body.height(), 0.62 * scale) + gap + bar / 2;
        double bottom = Math.max(body.depth(), 0.06 * scale);
        double total = height + bottom;
        double left = 0;
        Box.Pile pile = new Box.Pile();
        Optional<Box> degree = root.degree().map(part -> around.in(Style.SMALL_SCRIPT, part));
        if (degree.isPresent()) {
            Box box = degree.get();
            left = Math.max(0, box.width() - 0.24 * scale);
            pile.add(box, Math.max(0, 0.24 * scale - box.width()), bottom - 0.58 * total - box.depth());
        }
        double slope = Math.min(0.24, 0.16 + total * 0.03) * scale;
        double hook = bottom - Math.min(0.5 * total, 0.55 * scale);
        double low = left + 0.3 * scale;
        double inside = low + slope + 0.06 * scale;
        double end = inside + body.width() + body.lean() + 0.06 * scale;
        PenPath thin =
                PenPath.scaled(1).move(left + 0.05 * scale, hook + 0.07 * scale).line(left + 0.15 * scale, hook);
        PenPath thick = PenPath.scaled(1).move(left + 0.145 * scale, hook).line(low, bottom);
        PenPath rise =
                PenPath.scaled(1).move(low, bottom).line(low + slope, -height).line(end, -height);
        return pile.add(thin.drawn(bar, around.tint()))
                .add(thick.drawn(bar * 1.7, around.tint()))
                .add(rise.drawn(bar, around.tint()))
                .add(body, inside, 0)
                .reach(end + 0.06 * scale, height + bar / 2, bottom)
                .box();
    }
}
