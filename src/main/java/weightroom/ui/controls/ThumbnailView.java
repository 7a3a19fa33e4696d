package weightroom.ui.controls;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import weightroom.ui.model.Thumbnail;
import weightroom.ui.model.Thumbnail.Mark;

/** Draws a thumbnail: one shape per tone, coloured by the style sheet, so that themes change it without a new drawing. */
final class ThumbnailView extends Pane {
    private static final double SIDE = 44;
    private static final double RADIUS = 1.9;
    private static final double LARGE_RADIUS = 4;
    private static final int FEW = 8;
    /** Left free around a few points. */
    private static final double FEW_ROOM = 5;

    ThumbnailView(Thumbnail thumbnail) {
        getStyleClass().add("thumbnail");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setMouseTransparent(true);
        boolean pixels = thumbnail.kind() == Thumbnail.Kind.PIXELS;
        boolean few = thumbnail.marks().size() <= FEW;
        double radius = few ? LARGE_RADIUS : RADIUS;
        Map<Integer, StringBuilder> shapes = new TreeMap<>();
        for (Mark mark : thumbnail.marks()) {
            StringBuilder shape = shapes.computeIfAbsent(mark.tone(), tone -> new StringBuilder());
            shape.append(pixels ? square(mark, thumbnail.marks().size()) : disc(mark, radius, few ? FEW_ROOM : 0));
        }
        String prefix = thumbnail.kind().name().toLowerCase(Locale.ROOT) + "-";
        shapes.forEach((tone, path) -> {
            SVGPath shape = new SVGPath();
            shape.setContent(path.toString());
            shape.getStyleClass().add(prefix + tone);
            getChildren().add(shape);
        });
    }

    private static String disc(Mark mark, double r, double free) {
        double room = SIDE - 2 * (r + free);
        double x = r + free + mark.x() * room;
        double y = r + free + (1 - mark.y()) * room;
        return "M" + (x - r) + " " + y + arc(r, 2 * r) + arc(r, -2 * r) + "Z";
    }

    private static String arc(double r, double across) {
        return "a" + r + " " + r + " 0 1 0 " + across + " 0";
    }

    private static String square(Mark mark, int count) {
        double side = SIDE / Math.sqrt(count);
        double left = mark.x() * SIDE - side / 2;
        double top = (1 - mark.y()) * SIDE - side / 2;
        return "M" + left + " " + top + "h" + side + "v" + side + "h" + -side + "Z";
    }
}
