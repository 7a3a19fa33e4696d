package weightroom.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.Term;

/** Makers of small controls that look and speak alike everywhere. */
public final class Controls {
    static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");
    /** Of the names in front of controls. */
    public static final double LABEL_WIDTH = 88;

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private static final EventHandler<MouseEvent> ENTERED = Controls::enter;

    private Controls() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A button that is only an icon; what it does is told by its tooltip, and to screen readers. */
    public static Button iconButton(Feather icon, String help, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(help);
        button.setOnAction(event -> action.run());
        explain(button, help);
        return button;
    }

    /** Shows a text when the mouse rests on the control; screen readers say it as its help. */
    public static void explain(Control control, String help) {
        control.setAccessibleHelp(help);
        Tooltip tooltip = control.getTooltip();
        if (tooltip == null) {
            // A tooltip is costly to make, and there are hundreds: each waits for the mouse to come by.
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, ENTERED);
        } else {
            tooltip.setText(help);
        }
    }

    private static void enter(MouseEvent event) {
        if (event.getSource() instanceof Control control) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, ENTERED);
            Tooltip tooltip = new Tooltip(control.getAccessibleHelp());
            tooltip.setShowDelay(TOOLTIP_DELAY);
            tooltip.setShowDuration(Duration.INDEFINITE);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            control.setTooltip(tooltip);
        }
    }

    /** What a word of the vocabulary means: its name, its formula, its help. */
    public static String meaning(Term term) {
        return "%s\n%s\n%s".formatted(term.label(), term.formula(), term.help());
    }

    /** A list to choose a word of the vocabulary from; every entry explains itself. */
    public static <T extends Term> ComboBox<T> terms(List<T> terms, String name) {
        ComboBox<T> combo = new ComboBox<>(FXCollections.observableArrayList(terms));
        combo.setCellFactory(list -> new TermCell<>());
        combo.setButtonCell(new TermCell<>());
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setAccessibleText(name);
        combo.valueProperty().addListener((observable, before, after) -> {
            if (after != null) {
                explain(combo, name + ": " + meaning(after));
            }
        });
        return combo;
    }

    /** How the values of a list are written, which is not typed into. */
    public static <T> StringConverter<T> converter(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        };
    }

    /** A name and the control it belongs to, side by side. */
    public static HBox row(String name, Node control) {
        Label label = label(name);
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        label.setLabelFor(control);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("row");
        HBox.setHgrow(control, Priority.ALWAYS);
        return row;
    }

    /**
     * For content that changes many times a second: a scroll pane keeps a picture of all that stands in it, which would be
     * drawn as a whole whenever anything in it changes. Without, only what has changed is drawn.
     */
    public static void drawDirectly(ScrollPane pane) {
        pane.skinProperty().addListener((observable, before, after) -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
    }

    /** Pushes what follows to the other end. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static final class TermCell<T extends Term> extends ListCell<T> {
        @Override
        protected void updateItem(T term, boolean empty) {
            super.updateItem(term, empty);
            setText(empty || term == null ? "" : term.label());
            setTooltip(empty || term == null ? null : new Tooltip(meaning(term)));
        }
    }
}
