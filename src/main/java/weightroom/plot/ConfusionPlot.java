package weightroom.plot;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;

/**
 * Which classes are taken for which: a row for each class, a column for each answer, with the count and its share of the
 * row; the darker the larger the share, right answers in one colour and wrong ones in another.
 */
public final class ConfusionPlot extends Plot {
    private static final double MARGIN = 12;
    private static final double HEAD = 34;
    private static final double LEAST = 6;

    private List<String> names = List.of();
    private int[][] counts = {};
    private String rowName = "";
    private String columnName = "";

    /** Where the cells stand. */
    private record Cells(double left, double top, double size) {}

    public ConfusionPlot() {
        getStyleClass().add("confusion-plot");
    }

    /**
     * Shows a matrix.
     *
     * @param names of the classes
     * @param counts {@code (actual, answered)}; copied
     * @throws IllegalArgumentException when it has not as many rows and columns as names
     */
    public void setMatrix(List<String> names, int[][] counts) {
        int[][] copy = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            copy[row] = counts[row].clone();
            if (copy[row].length != names.size() || counts.length != names.size()) {
                throw new IllegalArgumentException(
                        "%d × %d counts for %d classes".formatted(counts.length, copy[row].length, names.size()));
            }
        }
        this.names = List.copyOf(names);
        this.counts = copy;
        requestDraw();
    }

    /**
     * @param rowName what a row is, as “is”
     * @param columnName what a column is, as “answered”
     */
    public void setNames(String rowName, String columnName) {
        this.rowName = rowName;
        this.columnName = columnName;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (counts.length == 0) {
            drawEmpty(pen, width / 2, height / 2);
            return;
        }
        Cells cells = cells(width, height);
        if (cells.size() < LEAST) {
            return;
        }
        int n = names.size();
        double right = cells.left() + n * cells.size();
        text(pen, columnName, (cells.left() + right) / 2, 8, TextAlignment.CENTER, Ink.MUTED);
        text(pen, rowName, cells.left() - 8, HEAD - 10, TextAlignment.RIGHT, Ink.MUTED);
        boolean named = cells.size() >= font().getSize();
        for (int i = 0; i < n && named; i++) {
            double middle = (i + 0.5) * cells.size();
            text(pen, names.get(i), cells.left() - 8, cells.top() + middle, TextAlignment.RIGHT, Ink.TEXT);
            String fitted = fitted(names.get(i), cells.size() - 2);
            text(pen, fitted, cells.left() + middle, HEAD - 10, TextAlignment.CENTER, Ink.TEXT);
        }
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                drawCell(pen, cells, row, column);
            }
        }
        pen.stroke(ink(Ink.AXIS), 1);
        pen.strokeRect(pen.sharp(cells.left()), pen.sharp(cells.top()), n * cells.size(), n * cells.size(), 0);
    }

    private Cells cells(double width, double height) {
        double left = widthOf(rowName);
        for (String name : names) {
            left = Math.max(left, widthOf(name));
        }
        left = Math.ceil(Math.min(left + 12, width / 3));
        double size = Math.floor(Math.min(width - left - MARGIN, height - HEAD - MARGIN) / names.size());
        double spare = (width - MARGIN - left - size * names.size()) / 2;
        return new Cells(left + Math.floor(Math.max(0, spare)), HEAD, size);
    }

    private void drawCell(Pen pen, Cells cells, int row, int column) {
        double x = cells.left() + column * cells.size();
        double y = cells.top() + row * cells.size();
        double share = share(row, column);
        Ink ink = row == column ? Ink.POSITIVE : Ink.BAD;
        pen.fill(ink(Ink.SURFACE).interpolate(ink(ink), counts[row][column] == 0 ? 0 : 0.12 + 0.5 * share));
        pen.fillRect(x + 1, y + 1, cells.size() - 1, cells.size() - 1, 0);
        String count = Numbers.count(counts[row][column]);
        String percent = Numbers.fixed(100 * share, 0) + "\u2009%";
        double pitch = font().getSize() * 1.3;
        double middle = x + cells.size() / 2;
        if (widthOf(count) + 4 > cells.size()) {
            return;
        }
        if (counts[row][column] == 0) {
            text(pen, count, middle, y + cells.size() / 2, TextAlignment.CENTER, Ink.MUTED);
        } else if (cells.size() >= 2.6 * pitch && widthOf(percent) + 4 <= cells.size()) {
            text(pen, count, middle, y + cells.size() / 2 - pitch / 2, TextAlignment.CENTER, Ink.STRONG);
            text(pen, percent, middle, y + cells.size() / 2 + pitch / 2, TextAlignment.CENTER, Ink.TEXT);
        } else {
            text(pen, count, middle, y + cells.size() / 2, TextAlignment.CENTER, Ink.STRONG);
        }
    }

    /** Of all rows of this class, the part that got this answer. */
    private double share(int row, int column) {
        long sum = 0;
        for (int count : counts[row]) {
            sum += count;
        }
        return sum == 0 ? 0 : (double) counts[row][column] / sum;
    }

    @Override
    void drawOverlay(Pen pen, double width, double height) {
        Point2D at = pointer().orElse(null);
        if (at == null || counts.length == 0) {
            return;
        }
        Cells cells = cells(width, height);
        int row = (int) Math.floor((at.getY() - cells.top()) / cells.size());
        int column = (int) Math.floor((at.getX() - cells.left()) / cells.size());
        if (row >= 0 && row < counts.length && column >= 0 && column < counts.length) {
            new Note(this)
                    .row(rowName, names.get(row))
                    .row(columnName, names.get(column))
                    .row(Numbers.count(counts[row][column]), Numbers.fixed(100 * share(row, column), 1) + "\u2009%")
                    .draw(pen, at, width, height);
        }
    }

    @Override
    Table table() {
        String[] header = new String[names.size() + 1];
        header[0] = rowName + " \\ " + columnName;
        for (int i = 0; i < names.size(); i++) {
            header[i + 1] = names.get(i);
        }
        Table table = new Table(header);
        for (int row = 0; row < names.size(); row++) {
            Object[] cells = new Object[names.size() + 1];
            cells[0] = names.get(row);
            for (int column = 0; column < names.size(); column++) {
                cells[column + 1] = counts[row][column];
            }
            table.row(cells);
        }
        return table;
    }
}
