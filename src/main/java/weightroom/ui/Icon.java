package weightroom.ui;

import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** The program's icon: two inputs, one output, and the links between them. */
final class Icon {
    private static final Color BACKGROUND = Color.web("#181d25");
    private static final Color LINK = Color.web("#8d97a5");
    private static final double[][] NODES = {{0.26, 0.32, 0.13}, {0.74, 0.32, 0.13}, {0.5, 0.74, 0.14}};
    private static final Color[] COLORS = {Color.web("#f59322"), Color.web("#2b95d6"), Color.web("#8b7cf6")};
    /** Samples per pixel and side, so that edges are smooth. */
    private static final int SAMPLES = 4;

    private Icon() {}

    /** The icon in the sizes that window managers ask for. */
    static List<Image> images() {
        return List.of(image(16), image(32), image(64), image(128));
    }

    private static Image image(int size) {
        WritableImage image = new WritableImage(size, size);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                writer.setColor(x, y, pixel(x, y, size));
            }
        }
        return image;
    }

    private static Color pixel(int x, int y, int size) {
        double red = 0;
        double green = 0;
        double blue = 0;
        int count = SAMPLES * SAMPLES;
        for (int i = 0; i < count; i++) {
            int row = i / SAMPLES;
            int column = i % SAMPLES;
            Color color = at((x + (column + 0.5) / SAMPLES) / size, (y + (row + 0.5) / SAMPLES) / size);
            red += color.getRed() / count;
            green += color.getGreen() / count;
            blue += color.getBlue() / count;
        }
        return Color.color(red, green, blue);
    }

    private static Color at(double x, double y) {
        for (int n = 0; n < NODES.length; n++) {
            if (Math.hypot(x - NODES[n][0], y - NODES[n][1]) < NODES[n][2]) {
                return COLORS[n];
            }
        }
        boolean link = distance(x, y, NODES[0], NODES[2]) < 0.035 || distance(x, y, NODES[1], NODES[2]) < 0.035;
        return link ? LINK : BACKGROUND;
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double share = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
        double inside = Math.max(0, Math.min(1, share));
        return Math.hypot(x - from[0] - inside * dx, y - from[1] - inside * dy);
    }
}
