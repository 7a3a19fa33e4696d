package weightroom.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * What has become of each seed of a lane, as a row of small cells; more than 32 stand in two rows. The arrows, Home and End
 * go from cell to cell, Enter and the space bar choose, as a click does.
 */
public final class SeedBand extends Plot {
    private static final int MOST_IN_ROW = 32;
    private static final double ROW = 12;
    private static final double CELL_HEIGHT = 10;
    private static final double WIDEST = 12;
    private static final double ROOMY = 5;

    private final Tooltip tooltip = new Tooltip();
    private LaneStyle style = LaneStyle.of(0);
    private List<State> states = List.of();
    private String summary = "";
    private IntFunction<String> describer = seed -> "";
    private IntConsumer onPointed = seed -> {};
    private IntConsumer onChosen = seed -> {};
    private int cursor;
    private int pointed = -1;

    /** What has become of a seed. */
    public enum State {
        /** Filled. */
        SOLVED,
        /** Outlined. */
        NOT_SOLVED,
        /** Outlined in the accent. */
        RUNNING,
        /** In the colour of empty bars. */
        WAITING,
        /** Crossed. */
        DIVERGED
    }

    @SuppressWarnings("this-escape")
    public SeedBand() {
        getStyleClass().add("seed-band");
        setFocusTraversable(true);
        setMinWidth(2.0 * MOST_IN_ROW);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((observable, before, focused) -> {
            tell();
            point(focused && pointed < 0 ? cursor : seedAt().orElse(-1));
        });
    }

    /** Shows the seeds of a lane, up to 64. */
    public void setSeeds(LaneStyle lane, List<State> seeds) {
        boolean resized = rows(seeds.size()) != rows(states.size());
        style = lane;
        states = List.copyOf(seeds);
        cursor = Math.max(0, Math.min(states.size() - 1, cursor));
        if (resized) {
            requestParentLayout();
        }
        tell();
        requestDraw();
    }

    /**
     * Words for those who hear and point.
     *
     * @param summary what all of it says
     * @param describer what has become of a seed, counted from 0
     */
    public void setWords(String summary, IntFunction<String> describer) {
        this.summary = summary;
        this.describer = describer;
        tell();
    }

    /** Is told which seed is at the pointer or, with the keyboard, at the cursor; −1 when none is any more. */
    public void setOnPointed(IntConsumer listener) {
        onPointed = listener;
    }

    /** Is told which seed was clicked, or chosen with the keys. */
    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** Where a seed's cell stands within this node. */
    public Rectangle2D cell(int seed) {
        int rows = rows(states.size());
        int inRow = Math.max(1, (states.size() + rows - 1) / rows);
        double pitch = Math.min(WIDEST, getWidth() / inRow);
        double gap = pitch >= 4 ? 1 : 0.5;
        return new Rectangle2D(
                seed % inRow * pitch, 1 + Math.floorDiv(seed, inRow) * ROW, Math.max(1, pitch - gap), CELL_HEIGHT);
    }

    private static int rows(int count) {
        return Math.max(1, (count + MOST_IN_ROW - 1) / MOST_IN_ROW);
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows(states.size()) * ROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    void draw(Pen pen, double width, double height) {
        for (int seed = 0; seed < states.size(); seed++) {
            drawCell(pen, cell(seed), states.get(seed));
        }
    }

    /** Around the cell that the keys are at. */
    @Override
    void drawFocus(Pen pen, double width, double height) {
        if (!states.isEmpty()) {
            Rectangle2D box = cell(cursor);
            pen.stroke(ink(Ink.SURFACE), 3);
            pen.strokeRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 1);
            pen.stroke(ink(Ink.STRONG), 1.75);
            pen.strokeRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 1);
        }
    }

    private void drawCell(Pen pen, Rectangle2D box, State state) {
        double x = box.getMinX();
        double y = box.getMinY();
        double w = box.getWidth();
        double h = box.getHeight();
        switch (state) {
            case SOLVED -> fill(pen, box, style.ink());
            case WAITING -> fill(pen, box, Ink.EMPTY);
            case NOT_SOLVED -> outline(pen, box, Ink.MUTED, 1, 0.7);
            case RUNNING -> outline(pen, box, Ink.ACCENT, 1.5, 1);
            case DIVERGED -> {
                outline(pen, box, Ink.BAD, 1, 1);
                pen.line(x + 0.5, y + h - 0.5, x + w - 0.5, y + 0.5);
                if (w >= ROOMY - 1) {
                    pen.line(x + 0.5, y + 0.5, x + w - 0.5, y + h - 0.5);
                }
            }
        }
    }

    private void fill(Pen pen, Rectangle2D box, Ink ink) {
        pen.fill(ink(ink));
        pen.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 1);
    }

    private void outline(Pen pen, Rectangle2D box, Ink ink, double line, double opacity) {
        pen.stroke(ink(ink), line);
        pen.opacity(opacity);
        double half = line / 2;
        pen.strokeRect(box.getMinX() + half, box.getMinY() + half, box.getWidth() - line, box.getHeight() - line, 1);
        pen.opacity(1);
    }

    @Override
    void pointerMoved() {
        point(seedAt().orElse(isFocusVisible() ? cursor : -1));
    }

    private Optional<Integer> seedAt() {
        return pointer().flatMap(at -> {
            for (int seed = 0; seed < states.size(); seed++) {
                Rectangle2D box = cell(seed);
                // The gap to the next cell belongs to a cell as well, so that the pointer is always at one.
                if (new Rectangle2D(box.getMinX(), box.getMinY() - 1, box.getWidth() + 1, ROW).contains(at)) {
                    return Optional.of(seed);
                }
            }
            return Optional.empty();
        });
    }

    private void point(int seed) {
        if (seed == pointed) {
            return;
        }
        pointed = seed;
        String text = seed < 0 ? "" : describer.apply(seed);
        if (text.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            tooltip.setText(text);
            Tooltip.install(this, tooltip);
        }
        onPointed.accept(seed);
    }

    /** Says what the band says and, while it has the focus, what its cursor is at. */
    private void tell() {
        boolean named = isFocused()
                && cursor < states.size()
                && !describer.apply(cursor).isEmpty();
        setAccessibleText(named ? describer.apply(cursor) + ". " + summary : summary);
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            point(new Point2D(event.getX(), event.getY()));
            seedAt().ifPresent(seed -> {
                cursor = seed;
                onChosen.accept(seed);
            });
        }
    }

    private void key(KeyEvent event) {
        int inRow = (states.size() + rows(states.size()) - 1) / rows(states.size());
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case UP -> move(cursor >= inRow ? -inRow : 0);
            case DOWN -> move(cursor + inRow < states.size() ? inRow : 0);
            case HOME -> move(-cursor);
            case END -> move(states.size() - 1 - cursor);
            case ENTER, SPACE -> {
                if (cursor < states.size()) {
                    onChosen.accept(cursor);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        cursor = Math.max(0, Math.min(states.size() - 1, cursor + by));
        point(states.isEmpty() ? -1 : cursor);
        tell();
        requestDraw();
    }

    @Override
    Table table() {
        Table table = new Table("seed", "state");
        for (int seed = 0; seed < states.size(); seed++) {
            table.row((double) seed, states.get(seed).name().toLowerCase(Locale.ROOT));
        }
        return table;
    }
}
