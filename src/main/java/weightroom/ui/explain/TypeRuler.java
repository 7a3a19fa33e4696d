package weightroom.ui.explain;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are, in units of their type's size. Measures each character once, so that it is quick. */
final class TypeRuler {
    static final String REGULAR = "Inter";
    static final String STRONG = "Inter Semi Bold";

    private static final double SIZE = 100;

    private final Text text = new Text();
    private final Map<Integer, Double> widths = new HashMap<>();

    /** @param family {@link #REGULAR} or {@link #STRONG} */
    TypeRuler(String family) {
        text.setFont(Font.font(family, SIZE));
    }

    double width(String line) {
        return line.codePoints().mapToDouble(this::width).sum();
    }

    private double width(int character) {
        return widths.computeIfAbsent(character, wanted -> {
            text.setText(Character.toString(wanted));
            return text.getLayoutBounds().getWidth() / SIZE;
        });
    }
}
