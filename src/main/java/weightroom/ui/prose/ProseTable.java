package weightroom.ui.prose;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** A table whose columns share the width by what they hold; cells wrap. */
final class ProseTable extends Region {
    /** Between two columns. */
    private static final double GAP = 20;

    private static final double LINE = 1;
    private static final double PADDING = 5;
    /** What a column keeps at least where there is not room for all, unless it holds less. */
    private static final double LEAST = 64;

    private final List<List<Paragraph>> rows;
    private final List<Region> lines = new ArrayList<>();
    private final int columns;

    private ProseTable(List<List<Paragraph>> rows) {
        this.rows = rows;
        columns = rows.stream().mapToInt(List::size).max().orElse(0);
        getStyleClass().add("prose-table");
        for (List<Paragraph> row : rows) {
            getChildren().addAll(row);
            Region line = new Region();
            line.getStyleClass().add("prose-rule");
            lines.add(line);
            getChildren().add(line);
        }
    }

    /** Makes tables. */
    record Builder(Terms terms) {
        Prose.Block block(TableBlock table) {
            List<List<Paragraph>> rows = new ArrayList<>();
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    rows.add(cells(row, part instanceof TableHead));
                }
            }
            List<String> texts = rows.stream()
                    .map(row -> String.join(
                            "\t", row.stream().map(Paragraph::plainText).toList()))
                    .toList();
            return new Prose.Block(new ProseTable(rows), String.join("\n", texts));
        }

        private List<Paragraph> cells(Node row, boolean head) {
            List<Paragraph> cells = new ArrayList<>();
            for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
                Paragraph cell = new Paragraph();
                new Inlines(cell, terms).children(node);
                cell.getStyleClass().add(head ? "prose-head-cell" : "prose-cell");
                TableCell.Alignment alignment = ((TableCell) node).getAlignment();
                if (alignment != null) {
                    cell.setTextAlignment(
                            switch (alignment) {
                                case LEFT -> TextAlignment.LEFT;
                                case CENTER -> TextAlignment.CENTER;
                                case RIGHT -> TextAlignment.RIGHT;
                            });
                }
                cells.add(cell.finished());
            }
            return cells;
        }
    }

    /** Widths of the columns in so much room, or as wide as they would like to be where it is negative. */
    private double[] widths(double room) {
        double[] wanted = new double[columns];
        for (List<Paragraph> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                wanted[c] = Math.max(wanted[c], Math.ceil(row.get(c).prefWidth(-1)));
            }
        }
        double all = 0;
        double least = 0;
        for (double width : wanted) {
            all += width;
            least += Math.min(width, LEAST);
        }
        double free = room - GAP * Math.max(0, columns - 1);
        if (room < 0 || all <= free) {
            return wanted;
        }
        double share = all > least ? Math.max(0, (free - least) / (all - least)) : 0;
        double squeeze = Math.min(1, Math.max(0, free) / least);
        double[] widths = new double[columns];
        for (int c = 0; c < columns; c++) {
            double base = Math.min(wanted[c], LEAST);
            widths[c] = base * squeeze + (wanted[c] - base) * share;
        }
        return widths;
    }

    private double room(double width) {
        return width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
    }

    private static double height(List<Paragraph> row, double[] widths) {
        double height = 0;
        for (int c = 0; c < row.size(); c++) {
            height = Math.max(height, row.get(c).prefHeight(widths[c]));
        }
        return Math.ceil(height) + 2 * PADDING;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = GAP * Math.max(0, columns - 1);
        for (double column : widths(-1)) {
            width += column;
        }
        return snappedLeftInset() + width + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = widths(room(width));
        double height = 0;
        for (List<Paragraph> row : rows) {
            height += height(row, widths) + LINE;
        }
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(room(getWidth()));
        double all = GAP * Math.max(0, columns - 1);
        for (double width : widths) {
            all += width;
        }
        double y = snappedTopInset();
        for (int r = 0; r < rows.size(); r++) {
            double height = height(rows.get(r), widths);
            double x = snappedLeftInset();
            for (int c = 0; c < rows.get(r).size(); c++) {
                rows.get(r).get(c).resizeRelocate(x, y + PADDING, widths[c], height - 2 * PADDING);
                x += widths[c] + GAP;
            }
            y += height;
            lines.get(r).resizeRelocate(snappedLeftInset(), y, Math.min(all, room(getWidth())), LINE);
            y += LINE;
        }
    }
}
