package weightroom.ui.frame;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/** Pictures that the icon font has not: on a grid of 24, drawn in the colour of the style sheet. */
final class Glyph {
    private static final String BRANCH = "M6 4 V20 M6 14 C6 9 17 13 17 7 M14 9 L17 6 L20 9";
    private static final double[][] NODES = {{4, 8}, {16, 4}, {28, 8}, {16, 14}, {16, 25}};

    private Glyph() {}

    /** A way that parts from another. */
    static Node branch() {
        return stroked(BRANCH);
    }

    /** The program's sign: three inputs, what they meet in, and what comes of it. */
    static Node logo() {
        Group group = new Group();
        int[][] links = {{0, 3}, {1, 3}, {2, 3}, {3, 4}};
        for (int[] link : links) {
            Line line = new Line(NODES[link[0]][0], NODES[link[0]][1], NODES[link[1]][0], NODES[link[1]][1]);
            line.getStyleClass().add("logo-link");
            group.getChildren().add(line);
        }
        String[] styles = {"logo-negative", "logo-accent", "logo-positive", "logo-ink", "logo-accent"};
        for (int n = 0; n < NODES.length; n++) {
            Circle circle = new Circle(NODES[n][0], NODES[n][1], n == 4 ? 4.5 : 3.4);
            circle.getStyleClass().add(styles[n]);
            group.getChildren().add(circle);
        }
        return group;
    }

    /** A path on the grid, as a line. */
    static Node stroked(String path) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFill(Color.TRANSPARENT);
        shape.getStyleClass().add("glyph");
        StackPane box = new StackPane(shape);
        box.setMinSize(24, 24);
        box.setMaxSize(24, 24);
        box.setMouseTransparent(true);
        box.setPrefSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
        return box;
    }
}
