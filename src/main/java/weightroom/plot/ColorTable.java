package weightroom.plot;

import javafx.scene.paint.Color;

/** 256 colours from a low end through a middle to a high end, as premultiplied ARGB, straight interpolation of RGB. */
final class ColorTable {
    private static final int SIZE = 256;

    private final int[] argb = new int[SIZE];

    /** @param reach share of the way from the middle to either end that is used, so that what lies on top stands out */
    ColorTable(Color low, Color middle, Color high, double reach) {
        for (int i = 0; i < SIZE; i++) {
            double t = reach * (2.0 * i / (SIZE - 1) - 1);
            argb[i] = pack(middle.interpolate(t < 0 ? low : high, Math.abs(t)));
        }
    }

    /** The colour of t, from −1 to +1; what lies beyond gets the end's. NaN gets the middle's. */
    int at(double t) {
        double place = Double.isNaN(t) ? 0.5 : 0.5 * (t + 1);
        return argb[(int) Math.round(Math.max(0, Math.min(1, place)) * (SIZE - 1))];
    }

    Color color(double t) {
        int c = at(t);
        return Color.rgb(c >> 16 & 0xff, c >> 8 & 0xff, c & 0xff);
    }

    static int pack(Color color) {
        return 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
