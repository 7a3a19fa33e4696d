package weightroom.plot;

import java.util.Arrays;

/** The line along which a field has one value, by marching squares (Lorensen & Cline 1987, in the plane). */
final class Contour {
    private Contour() {}

    /** Receives pieces of the line, in cells: (0, 0) is the lower left corner of the field, x to the right, y up. */
    @FunctionalInterface
    interface Piece {
        void accept(double x1, double y1, double x2, double y2);
    }

    /** Gathers pieces, stretched and moved to where they are drawn. */
    static final class Pieces implements Piece {
        private final double left;
        private final double bottom;
        private final double perColumn;
        private final double perRow;
        private double[] places = new double[256];
        private int count;

        Pieces(double left, double bottom, double perColumn, double perRow) {
            this.left = left;
            this.bottom = bottom;
            this.perColumn = perColumn;
            this.perRow = perRow;
        }

        @Override
        public void accept(double x1, double y1, double x2, double y2) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = left + x1 * perColumn;
            places[count++] = bottom + y1 * perRow;
            places[count++] = left + x2 * perColumn;
            places[count++] = bottom + y2 * perRow;
        }

        /** x1, y1, x2, y2 of each piece in turn; only the first {@link #count()} numbers count. */
        double[] places() {
            return places;
        }

        int count() {
            return count;
        }
    }

    /**
     * Finds all pieces. The values stand at the centres of cells; beyond the outermost centres the field is taken to go on
     * level, so that lines reach the edge.
     *
     * @param values {@code (rows, columns)}, the bottom row first; a piece beside a NaN is left out
     */
    static void trace(float[] values, int columns, int rows, double level, Piece piece) {
        for (int r = -1; r < rows; r++) {
            for (int c = -1; c < columns; c++) {
                int left = Math.max(0, c);
                int right = Math.min(columns - 1, c + 1);
                int below = Math.max(0, r) * columns;
                int above = Math.min(rows - 1, r + 1) * columns;
                double sw = values[below + left] - level;
                double se = values[below + right] - level;
                double nw = values[above + left] - level;
                double ne = values[above + right] - level;
                int mask = (sw > 0 ? 1 : 0) | (se > 0 ? 2 : 0) | (ne > 0 ? 4 : 0) | (nw > 0 ? 8 : 0);
                if (mask != 0 && mask != 15 && !Double.isNaN(sw + se + nw + ne)) {
                    double x0 = Math.max(0, c + 0.5);
                    double x1 = Math.min(columns, c + 1.5);
                    double y0 = Math.max(0, r + 0.5);
                    double y1 = Math.min(rows, r + 1.5);
                    cell(mask, new double[] {sw, se, ne, nw}, new double[] {x0, y0, x1, y1}, piece);
                }
            }
        }
    }

    private static void cell(int mask, double[] corner, double[] box, Piece piece) {
        double south = between(box[0], box[2], corner[0], corner[1]);
        double north = between(box[0], box[2], corner[3], corner[2]);
        double west = between(box[1], box[3], corner[0], corner[3]);
        double east = between(box[1], box[3], corner[1], corner[2]);
        boolean saddleHigh = corner[0] + corner[1] + corner[2] + corner[3] > 0;
        switch (mask) {
            case 1, 14 -> piece.accept(box[0], west, south, box[1]);
            case 2, 13 -> piece.accept(south, box[1], box[2], east);
            case 3, 12 -> piece.accept(box[0], west, box[2], east);
            case 4, 11 -> piece.accept(box[2], east, north, box[3]);
            case 6, 9 -> piece.accept(south, box[1], north, box[3]);
            case 7, 8 -> piece.accept(box[0], west, north, box[3]);
            default -> saddle((mask == 5) == saddleHigh, new double[] {south, east, north, west}, box, piece);
        }
    }

    /** Two opposite corners are high: whether the pieces cut off the south-east and north-west corners, or the others. */
    private static void saddle(boolean cutSouthEast, double[] edge, double[] box, Piece piece) {
        if (cutSouthEast) {
            piece.accept(edge[0], box[1], box[2], edge[1]);
            piece.accept(box[0], edge[3], edge[2], box[3]);
        } else {
            piece.accept(box[0], edge[3], edge[0], box[1]);
            piece.accept(box[2], edge[1], edge[2], box[3]);
        }
    }

    private static double between(double from, double to, double atFrom, double atTo) {
        return atFrom == atTo ? 0.5 * (from + to) : from + (to - from) * atFrom / (atFrom - atTo);
    }
}
