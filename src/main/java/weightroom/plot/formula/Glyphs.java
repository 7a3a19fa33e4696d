package weightroom.plot.formula;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import weightroom.formula.Face;

/** The size of letters in the font of the window. JavaFX thread only. */
final class Glyphs {
    /**
     * Of letters at a font size of 1.
     *
     * @param advance from their start to what follows
     * @param left where their ink begins
     * @param right where it ends
     * @param height of the ink above the baseline
     * @param depth of the ink below it; negative where it floats
     */
    record Size(double advance, double left, double right, double height, double depth) {}

    /** How far lines of the font reach above and below their baseline. */
    static final double ASCENT = 0.969;

    static final double DESCENT = 0.242;

    private record Key(String text, Face face) {}

    /** Large, so that rounding to pixels does not matter. */
    private static final double MEASURED_AT = 200;

    /** Numbers that change would fill the memory. */
    private static final int MOST_KNOWN = 4000;

    private static final String FAMILY = "Inter";
    private static final String BOLD_FAMILY = "Inter Semi Bold";
    private static final Map<Key, Size> KNOWN = new HashMap<>();

    private Glyphs() {}

    static Font font(Face face, double size) {
        return switch (face) {
            case UPRIGHT -> Font.font(FAMILY, size);
            case ITALIC -> Font.font(FAMILY, FontPosture.ITALIC, size);
            case BOLD -> Font.font(BOLD_FAMILY, size);
        };
    }

    static Size size(String text, Face face) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(new Key(text, face), Glyphs::measure);
    }

    private static Size measure(Key key) {
        Text text = new Text(key.text());
        text.setFont(font(key.face(), MEASURED_AT));
        double advance = text.getLayoutBounds().getWidth();
        text.setBoundsType(TextBoundsType.VISUAL);
        Bounds ink = text.getLayoutBounds();
        return new Size(
                advance / MEASURED_AT,
                ink.getMinX() / MEASURED_AT,
                ink.getMaxX() / MEASURED_AT,
                -ink.getMinY() / MEASURED_AT,
                ink.getMaxY() / MEASURED_AT);
    }
}
