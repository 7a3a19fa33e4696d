package weightroom.plot.formula;

import java.util.List;
import java.util.Optional;
import weightroom.formula.Face;
import weightroom.formula.Formula;
import weightroom.formula.Formula.Accent;
import weightroom.formula.Formula.Big;
import weightroom.formula.Formula.Colored;
import weightroom.formula.Formula.Fenced;
import weightroom.formula.Formula.Fraction;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Name;
import weightroom.formula.Formula.Root;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Space;
import weightroom.formula.Formula.Symbol;
import weightroom.formula.Formula.Words;
import weightroom.formula.Role;
import weightroom.formula.Tint;

/** Lays formulas out. The constants are TeX's (appendix G), fitted to a font whose small letters are larger. */
final class Setter implements Formula.Reading<Box> {
    /** Of the bars of fractions and roots. */
    static final double BAR = 0.06;
    /** Of the large sign over that of a letter, alone on its lines and in a line. */
    private static final double BIG_DISPLAY = 1.55;

    private static final double BIG_TEXT = 1.12;
    private static final double SPACE_CHARACTER = 0.28;
    /** Half the height from which brackets are drawn rather than taken from the font. */
    private static final double TALL = 0.7;

    private final Style style;
    private final double scale;
    private final Optional<Tint> tint;

    private Setter(Style style, Optional<Tint> tint) {
        this.style = style;
        this.scale = style.scale();
        this.tint = tint;
    }

    static Box set(Formula formula, Style style) {
        return formula.read(new Setter(style, Optional.empty()));
    }

    Box in(Style other, Formula formula) {
        return formula.read(other == style ? this : new Setter(other, tint));
    }

    Style style() {
        return style;
    }

    double scale() {
        return scale;
    }

    Optional<Tint> tint() {
        return tint;
    }

    /** Height of the middle of a minus: bars and brackets are centred on it. */
    double axis() {
        Glyphs.Size minus = Glyphs.size("−", Face.UPRIGHT);
        return (minus.height() - minus.depth()) / 2 * scale;
    }

    /** Height of a small letter. */
    double smallLetter() {
        return Glyphs.size("x", Face.UPRIGHT).height() * scale;
    }

    @Override
    public Box row(Row row) {
        Box.Pile pile = new Box.Pile();
        List<Formula> items = row.items();
        List<Role> roles = Spacing.roles(items);
        double x = 0;
        int before = -1;
        double lean = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean space = items.get(i) instanceof Space;
            if (!space && before >= 0) {
                x += Spacing.between(roles.get(before), roles.get(i), style.isScript()) * scale;
            }
            Box box = items.get(i).read(this);
            pile.add(box, x, 0);
            x += box.width();
            lean = box.lean();
            before = space ? before : i;
        }
        // Negative space may leave less than the widest part.
        return pile.reach(x, 0, 0).box(lean);
    }

    @Override
    public Box symbol(Symbol symbol) {
        return OwnSigns.has(symbol.text())
                ? OwnSigns.box(symbol.text(), scale, axis() / scale, tint)
                : letters(symbol.text(), symbol.face(), scale);
    }

    private Box letters(String text, Face face, double size) {
        if (text.isBlank()) {
            return Box.space(SPACE_CHARACTER * size * text.length());
        }
        Glyphs.Size glyphs = Glyphs.size(text, face);
        double lean = face == Face.ITALIC ? Math.max(0, glyphs.right() - glyphs.advance()) : 0;
        Mark mark = new Mark.Letters(text, face, size, 0, 0, tint);
        return new Box(
                glyphs.advance() * size, glyphs.height() * size, glyphs.depth() * size, lean * size, List.of(mark));
    }

    @Override
    public Box words(Words words) {
        return words.text().isEmpty() ? Box.EMPTY : letters(words.text(), Face.UPRIGHT, scale);
    }

    @Override
    public Box name(Name name) {
        return letters(name.text(), Face.UPRIGHT, scale);
    }

    @Override
    public Box big(Big big) {
        double size = scale * (style == Style.DISPLAY ? BIG_DISPLAY : BIG_TEXT);
        Box box = letters(big.sign(), Face.UPRIGHT, size);
        return box.raised(axis() + box.total() / 2 - box.height());
    }

    @Override
    public Box scripts(Scripts scripts) {
        boolean limits = scripts.base() instanceof Big big && big.limits()
                || scripts.base() instanceof Name name && name.limits();
        ScriptSetter setter = new ScriptSetter(this);
        return limits && style == Style.DISPLAY ? setter.limits(scripts) : setter.beside(scripts);
    }

    @Override
    public Box fraction(Fraction fraction) {
        Style around =
                switch (fraction.size()) {
                    case FITTING -> style;
                    case LARGE -> Style.DISPLAY;
                    case SMALL -> Style.TEXT;
                };
        boolean large = around == Style.DISPLAY;
        Box above = in(around.fraction(), fraction.above());
        Box below = in(around.fraction(), fraction.below());
        double bar = BAR * scale;
        double gap = (large ? 3 : 1.6) * bar;
        double axis = axis();
        double up = Math.max((large ? 0.68 : 0.5) * scale, axis + bar / 2 + gap + above.depth());
        double down = Math.max((large ? 0.7 : 0.36) * scale, gap + bar / 2 - axis + below.height());
        double width = Math.max(above.width(), below.width()) + 0.12 * scale;
        double side = 0.08 * scale;
        return new Box.Pile()
                .add(above, side + (width - above.width()) / 2, -up)
                .add(below, side + (width - below.width()) / 2, down)
                .add(new Mark.Rule(side, -axis - bar / 2, width, bar, tint))
                .reach(width + 2 * side, 0, 0)
                .box();
    }

    @Override
    public Box root(Root root) {
        return new RootSetter(this).set(root);
    }

    @Override
    public Box accent(Accent accent) {
        return new AccentSetter(this).set(accent);
    }

    @Override
    public Box fenced(Fenced fenced) {
        return fence(fenced.left(), fenced.body().read(this), fenced.right());
    }

    /** A box between brackets that cover nearly all of it. */
    Box fence(String left, Box body, String right) {
        double axis = axis();
        double half = Math.max(body.height() - axis, body.depth() + axis);
        double needed = Math.max(2 * half * 0.94, 2 * half - 0.3 * scale);
        Brackets brackets = new Brackets(scale, axis, tint);
        Box opening = brackets.box(left, needed);
        Box closing = brackets.box(right, needed);
        // Tall brackets bend towards what they hold.
        double gap = half > TALL * scale ? 0.06 * scale : 0;
        double start = opening.width() + (left.isEmpty() ? 0 : gap);
        double after = start + body.width() + body.lean() + (right.isEmpty() ? 0 : gap);
        return new Box.Pile()
                .add(opening, 0, 0)
                .add(body, start, 0)
                .add(closing, after, 0)
                .box();
    }

    @Override
    public Box grid(Grid grid) {
        return new GridSetter(this).set(grid);
    }

    @Override
    public Box space(Space space) {
        return Box.space(space.width() * scale);
    }

    @Override
    public Box colored(Colored colored) {
        return colored.body().read(new Setter(style, Optional.of(colored.tint())));
    }
}
