package weightroom.ui.explain;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import weightroom.ui.kit.Controls;

/** A part of the panel that one can walk to by keyboard, hear, and open where there is something to open. */
class RowButton extends ButtonBase {
    private static final PseudoClass OPENS = PseudoClass.getPseudoClass("opens");

    private final Region content;
    private Optional<Runnable> action = Optional.empty();

    @SuppressWarnings("this-escape")
    RowButton(Region content, String... styles) {
        this.content = content;
        getStyleClass().setAll("row-button");
        getStyleClass().addAll(styles);
        setMaxWidth(Double.MAX_VALUE);
    }

    /**
     * What it says, and what it does.
     *
     * @param spoken its content in words
     * @param help its tooltip
     * @param opens what pressing it does, if anything
     */
    final void describe(String spoken, String help, Optional<Runnable> opens) {
        setAccessibleText(spoken);
        setAccessibleRole(opens.isPresent() ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
        Controls.explain(this, help);
        action = opens;
        pseudoClassStateChanged(OPENS, opens.isPresent());
    }

    @Override
    public void fire() {
        fireEvent(new ActionEvent());
        action.ifPresent(Runnable::run);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowSkin(this);
    }

    /** Lays the content out over all of it. */
    private static final class RowSkin extends SkinBase<RowButton> {
        private final Region content;

        RowSkin(RowButton row) {
            super(row);
            content = row.content;
            getChildren().setAll(content);
            row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                    row.fire();
                }
            });
            row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    row.fire();
                    event.consume();
                }
            });
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return left + content.prefWidth(-1) + right;
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return left + right;
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return top + content.prefHeight(width < 0 ? -1 : width - left - right) + bottom;
        }

        @Override
        protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
            return computePrefHeight(width, top, right, bottom, left);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            content.resizeRelocate(x, y, width, height);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
