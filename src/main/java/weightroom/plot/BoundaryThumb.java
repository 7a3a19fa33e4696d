package weightroom.plot;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers over a plane, small enough for many to stand side by side and to be drawn anew many times a second:
 * the field, the line where the answer tips, and the points, which are drawn once and kept. A click or the space bar
 * chooses it, a double click or Enter opens it.
 */
public final class BoundaryThumb extends Plot {
    private static final double SIDE = 136;
    private static final double CONTOUR = 1.5;
    private static final double RADIUS = 4;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FieldImage image = new FieldImage();
    private final ThumbPoints dots = new ThumbPoints();
    private DecisionPlot.Scale scale = new DecisionPlot.Scale("", 0, 1, 0.5, List.of());
    private DecisionPlot.Points points = DecisionPlot.Points.NONE;
    private Runnable onChosen = () -> {};
    private Runnable onOpened = () -> {};
    private boolean selected;
    private long pictures;
    private @Nullable Field field;

    @SuppressWarnings("this-escape")
    public BoundaryThumb() {
        getStyleClass().add("boundary-thumb");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setMinSize(24, 24);
        setPrefSize(SIDE, SIDE);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** How many fields have been drawn, for measuring. */
    public long pictures() {
        return pictures;
    }

    /** Shows a field; drawn once, so the caller hands over a new one for new numbers. */
    public void setField(Field shown) {
        boolean moved = field == null || !sameFrame(field, shown);
        field = shown;
        image.outdated();
        if (moved) {
            dots.outdated();
        }
        requestDraw();
    }

    /** Takes the field away, as of a network that diverged, and shows the empty text. */
    public void clearField() {
        field = null;
        requestDraw();
    }

    public void setScale(DecisionPlot.Scale scale) {
        this.scale = scale;
        image.outdated();
        dots.outdated();
        requestDraw();
    }

    public void setPoints(DecisionPlot.Points points) {
        this.points = points;
        dots.outdated();
        requestDraw();
    }

    /** Whether it is the chosen one, with a border in the accent; for style sheets {@code :selected}. */
    public void setSelected(boolean selected) {
        if (this.selected != selected) {
            this.selected = selected;
            pseudoClassStateChanged(SELECTED, selected);
            requestDraw();
        }
    }

    public boolean isSelected() {
        return selected;
    }

    /** Is told when it was chosen. */
    public void setOnChosen(Runnable listener) {
        onChosen = listener;
    }

    /** Is told when it is to be opened. */
    public void setOnOpened(Runnable listener) {
        onOpened = listener;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onChosen.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    void inkChanged() {
        image.recolored();
        dots.outdated();
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Rectangle2D box = new Rectangle2D(0, 0, width, height);
        Field shown = field;
        if (shown == null) {
            pen.fill(ink(Ink.EMPTY));
            pen.fillRect(0, 0, width, height, RADIUS);
            drawEmpty(pen, width / 2, height / 2, width - 8);
        } else {
            pictures++;
            image.draw(pen, shown, scale, this, box);
            ContourLines.draw(this, pen, shown, scale, box, CONTOUR);
            dots.draw(this, pen, points, scale, shown, box, RADIUS);
        }
        if (selected) {
            pen.stroke(ink(Ink.ACCENT), 2);
            pen.strokeRect(1, 1, width - 2, height - 2, RADIUS);
        }
    }

    /** On the ring of the selection, with a gap within that tells them apart. */
    @Override
    void drawFocus(Pen pen, double width, double height) {
        pen.stroke(ink(Ink.ACCENT), 2);
        pen.strokeRect(1, 1, width - 2, height - 2, RADIUS);
        pen.stroke(ink(Ink.SURFACE), 2);
        pen.strokeRect(3, 3, width - 6, height - 6, RADIUS);
    }

    private static boolean sameFrame(Field one, Field other) {
        return one.xLow() == other.xLow()
                && one.xHigh() == other.xHigh()
                && one.yLow() == other.yLow()
                && one.yHigh() == other.yHigh();
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            (event.getClickCount() == 2 ? onOpened : onChosen).run();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> onChosen.run();
            case ENTER -> onOpened.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    Table table() {
        return DecisionTable.of("x", "y", scale, points, field);
    }
}
