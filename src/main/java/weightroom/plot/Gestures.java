package weightroom.plot;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Turns what the mouse and the keys do over a plot with axes into a part of the data to show. */
final class Gestures {
    private static final double PER_PIXEL = 0.004;
    private static final double KEY_FACTOR = 1.25;
    private static final double KEY_SHARE = 0.1;
    private static final double LEAST_DRAG = 6;
    private static final int FAST = 10;

    private final AxesPlot plot;
    private Point2D start = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private Drag drag = Drag.NONE;

    private enum Drag {
        NONE,
        MOVE,
        SELECT
    }

    Gestures(AxesPlot plot) {
        this.plot = plot;
    }

    void listen() {
        plot.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        plot.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void scrolled(ScrollEvent event) {
        // With shift, JavaFX hands the turn of the wheel over as a horizontal one.
        double turn = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        plot.frame().filter(frame -> turn != 0).ifPresent(frame -> {
            boolean xOnly = event.getY() > frame.y().start() || event.isShiftDown();
            boolean yOnly = event.getX() < frame.x().start();
            double factor = Math.exp(-PER_PIXEL * turn);
            double xShare = Math.max(0, Math.min(1, frame.xShare(event.getX())));
            double yShare = Math.max(0, Math.min(1, frame.yShare(event.getY())));
            plot.view().zoom(xShare, yShare, yOnly && !xOnly ? 1 : factor, xOnly ? 1 : factor);
            plot.requestDraw();
            event.consume();
        });
    }

    private void pressed(MouseEvent event) {
        plot.requestFocus();
        start = new Point2D(event.getX(), event.getY());
        last = start;
        boolean moves = event.getButton() == MouseButton.MIDDLE
                || (event.getButton() == MouseButton.PRIMARY && event.isShiftDown());
        boolean selects = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown();
        boolean inside = plot.frame().filter(frame -> frame.contains(start)).isPresent();
        drag = !inside || event.isConsumed() ? Drag.NONE : moves ? Drag.MOVE : selects ? Drag.SELECT : Drag.NONE;
    }

    private void dragged(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        plot.frame().ifPresent(frame -> {
            if (drag == Drag.MOVE) {
                plot.view()
                        .move((last.getX() - now.getX()) / frame.width(), (now.getY() - last.getY()) / frame.height());
                plot.requestDraw();
            } else if (drag == Drag.SELECT && now.distance(start) >= LEAST_DRAG) {
                plot.setSelection(selection(frame, now));
            }
        });
        last = now;
    }

    private void released(MouseEvent event) {
        if (drag == Drag.SELECT) {
            plot.frame().ifPresent(frame -> choose(frame, new Point2D(event.getX(), event.getY())));
            plot.setSelection(null);
        }
        drag = Drag.NONE;
    }

    /** A rectangle; a flat one means one axis only, and reaches over all of the other. */
    private Rectangle2D selection(AxesFrame frame, Point2D now) {
        double x = within(now.getX(), frame.x().start(), frame.x().end());
        double y = within(now.getY(), frame.y().end(), frame.y().start());
        boolean flat = Math.abs(y - start.getY()) < LEAST_DRAG;
        boolean thin = Math.abs(x - start.getX()) < LEAST_DRAG && !flat;
        double left = thin ? frame.x().start() : Math.min(x, start.getX());
        double top = flat ? frame.y().end() : Math.min(y, start.getY());
        double width = thin ? frame.width() : Math.abs(x - start.getX());
        double height = flat ? frame.height() : Math.abs(y - start.getY());
        return new Rectangle2D(left, top, width, height);
    }

    private void choose(AxesFrame frame, Point2D now) {
        Rectangle2D box = selection(frame, now);
        if (box.getWidth() < LEAST_DRAG || box.getHeight() < LEAST_DRAG) {
            return;
        }
        if (box.getWidth() < frame.width()) {
            plot.view().chooseX(frame.xShare(box.getMinX()), frame.xShare(box.getMaxX()));
        }
        if (box.getHeight() < frame.height()) {
            plot.view().chooseY(frame.yShare(box.getMinY()), frame.yShare(box.getMaxY()));
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            plot.resetZoom();
        }
    }

    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+", "=" -> zoom(1 / KEY_FACTOR);
            case "-", "−" -> zoom(KEY_FACTOR);
            case "0" -> plot.resetZoom();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        int right =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        int up =
                switch (event.getCode()) {
                    case DOWN -> -1;
                    case UP -> 1;
                    default -> 0;
                };
        boolean points = event.isShortcutDown() || plot.arrowsPoint() && !plot.isZoomed();
        if (points && (right != 0 || up != 0 && plot.arrowsPoint())) {
            moveCrosshair(event.isShiftDown() ? FAST * right : right, up);
            event.consume();
        } else if ((right != 0 || up != 0) && plot.isZoomed()) {
            plot.view().move(KEY_SHARE * right, KEY_SHARE * up);
            plot.requestDraw();
            event.consume();
        }
    }

    private void zoom(double factor) {
        plot.view().zoom(0.5, 0.5, factor, factor);
        plot.requestDraw();
    }

    private void moveCrosshair(int steps, int up) {
        plot.frame().ifPresent(frame -> {
            Point2D middle = new Point2D(
                    (frame.x().start() + frame.x().end()) / 2,
                    (frame.y().start() + frame.y().end()) / 2);
            Point2D from = plot.pointer().filter(frame::contains).orElse(middle);
            plot.point(plot.crosshairMoved(frame, from, steps, up));
        });
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
