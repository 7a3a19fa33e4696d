package weightroom.formula;

import java.util.List;
import java.util.Optional;

/** A formula as a tree. Made by {@link FormulaParser}. */
public sealed interface Formula {
    /** One answer for each kind of part. */
    interface Reading<R> {
        R row(Row row);

        R symbol(Symbol symbol);

        R words(Words words);

        R name(Name name);

        R big(Big big);

        R scripts(Scripts scripts);

        R fraction(Fraction fraction);

        R root(Root root);

        R accent(Accent accent);

        R fenced(Fenced fenced);

        R grid(Grid grid);

        R space(Space space);

        R colored(Colored colored);
    }

    /** Asks for the answer to this kind of part. */
    <R> R read(Reading<R> reading);

    /** In plain Unicode on one line: {@code w₁x₁ + b}. */
    default String toText() {
        return read(PlainText.READING);
    }

    /** In LaTeX's notation, with every group in braces. */
    default String toLatex() {
        return read(Latex.READING).strip();
    }

    /** In English words, for screen readers: {@code w sub 1 times x sub 1 plus b}. */
    default String spoken() {
        return read(Spoken.READING)
                .strip()
                .replaceAll(" +", " ")
                .replace(" ,", ",")
                .replace(" ;", ";");
    }

    /** One part after the other; also what stands in braces. */
    record Row(List<Formula> items) implements Formula {
        public static final Row EMPTY = new Row(List.of());

        public Row {
            items = List.copyOf(items);
        }

        @Override
        public <R> R read(Reading<R> reading) {
            return reading.row(this);
        }
    }

    /** A letter, a number or a sign. */
    record Symbol(String text, Role role, Face face) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.symbol(this);
        }
    }

    /** Plain words with their spaces. */
    record Words(String text) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.words(this);
        }
    }

    /**
     * The name of a function, upright: {@code log}.
     *
     * @param limits whether what stands below belongs below it, as in {@code max}
     */
    record Name(String text, boolean limits) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.name(this);
        }
    }

    /**
     * A large sign: ∑, ∏, ∫.
     *
     * @param limits whether its limits stand above and below where there is room
     */
    record Big(String sign, boolean limits) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.big(this);
        }
    }

    /** What stands low and high beside its base. */
    record Scripts(Formula base, Optional<Formula> low, Optional<Formula> high) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.scripts(this);
        }
    }

    record Fraction(Formula above, Formula below, Size size) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.fraction(this);
        }
    }

    /** How large a fraction is. */
    enum Size {
        FITTING,
        LARGE,
        SMALL
    }

    /** @param degree empty for the square root */
    record Root(Formula body, Optional<Formula> degree) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.root(this);
        }
    }

    record Accent(Mark mark, Formula body) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.accent(this);
        }
    }

    /** What stands on top of a letter. */
    enum Mark {
        HAT,
        BAR,
        VEC,
        DOT,
        TILDE
    }

    /** Brackets as high as what they hold; an empty text stands for none. */
    record Fenced(String left, Formula body, String right) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.fenced(this);
        }
    }

    /** Rows of cells; shorter rows end earlier. */
    record Grid(Kind kind, List<List<Formula>> rows) implements Formula {
        public Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }

        public int columns() {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }

        @Override
        public <R> R read(Reading<R> reading) {
            return reading.grid(this);
        }
    }

    /** What a grid is for. */
    enum Kind {
        CASES("cases", "{", ""),
        MATRIX("matrix", "", ""),
        ROUND_MATRIX("pmatrix", "(", ")"),
        SQUARE_MATRIX("bmatrix", "[", "]"),
        DETERMINANT("vmatrix", "|", "|"),
        ALIGNED("aligned", "", "");

        private final String id;
        private final String left;
        private final String right;

        Kind(String id, String left, String right) {
            this.id = id;
            this.left = left;
            this.right = right;
        }

        /** As LaTeX names it: {@code pmatrix}. */
        public String id() {
            return id;
        }

        /** The bracket on its left, empty for none. */
        public String left() {
            return left;
        }

        /** The bracket on its right, empty for none. */
        public String right() {
            return right;
        }
    }

    /** @param width in em; may be negative */
    record Space(double width) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.space(this);
        }
    }

    record Colored(Tint tint, Formula body) implements Formula {
        @Override
        public <R> R read(Reading<R> reading) {
            return reading.colored(this);
        }
    }
}
