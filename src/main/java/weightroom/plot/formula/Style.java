package weightroom.plot.formula;

/** How large a part is set, and how much room it takes: alone on its lines, in a line, as an index, as an index's index. */
enum Style {
    DISPLAY(1),
    TEXT(1),
    SCRIPT(0.74),
    SMALL_SCRIPT(0.6);

    private final double scale;

    Style(double scale) {
        this.scale = scale;
    }

    /** Font size over that of the text around. */
    double scale() {
        return scale;
    }

    boolean isScript() {
        return this == SCRIPT || this == SMALL_SCRIPT;
    }

    /** Of an index. */
    Style script() {
        return isScript() ? SMALL_SCRIPT : SCRIPT;
    }

    /** Of what stands above and below a bar. */
    Style fraction() {
        return this == DISPLAY ? TEXT : script();
    }
}
