package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The phases of a pass as circles along a line, that can be clicked, dragged along, and walked with arrow keys. */
final class PhaseTrack extends Pane {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final double LEAST_PITCH = 66;
    private static final double LINE_Y = 34;
    private static final double NAME_Y = 52;
    private static final double NUMBERS_Y = 71;
    private static final double HEIGHT = 92;
    private static final double GAP = 6;

    private final IntConsumer go;
    private final List<Stop> stops = new ArrayList<>();
    private final List<Line> links = new ArrayList<>();
    private final Label forward = Controls.label(Messages.text("explain.forward-pass"), "phase-way");
    private final Label backward = Controls.label(Messages.text("explain.backward-pass"), "phase-way");
    private int firstBackward;
    private int current;
    private double left;

    /**
     * What a phase shows.
     *
     * @param numbers below the name; empty while they are not known
     * @param brief the same where there is less room
     * @param help what becomes known in it
     * @param locked whether the lesson does not go so far
     */
    record Facts(String name, String numbers, String brief, String help, boolean forward, boolean locked) {}

    private record Stop(StackPane dot, FontIcon lock, Label name, Label numbers, Label brief, Tooltip help) {}

    /** @param go goes to a phase */
    PhaseTrack(IntConsumer go) {
        this.go = go;
        setId("phase-track");
        getStyleClass().add("phase-track");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp(Messages.text("explain.track.help"));
        getProperties().put("own-arrows", true);
        backward.pseudoClassStateChanged(BACKWARD, true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /**
     * Shows phases.
     *
     * @param at the present one
     */
    void show(List<Facts> facts, int at) {
        current = at;
        if (stops.size() != facts.size()) {
            build(facts.size());
        }
        firstBackward = facts.size();
        for (int i = facts.size() - 1; i >= 0; i--) {
            Facts one = facts.get(i);
            firstBackward = one.forward() ? firstBackward : i;
            show(stops.get(i), one, i < at, i == at);
            if (i > 0) {
                Line link = links.get(i - 1);
                link.pseudoClassStateChanged(BACKWARD, !one.forward());
                link.pseudoClassStateChanged(DONE, i <= at);
            }
        }
        backward.setVisible(firstBackward < facts.size());
        if (!facts.isEmpty()) {
            Facts one = facts.get(at);
            setAccessibleText(Messages.text("explain.track.accessible", at + 1, facts.size(), one.name(), one.numbers())
                    + (at + 1 < facts.size() && facts.get(at + 1).locked()
                            ? " " + Messages.text("explain.phase-locked")
                            : ""));
        }
        requestLayout();
    }

    /** Says from where on the track is seen, so that the names of the two ways stay in sight. */
    void setLeft(double x) {
        left = x;
        requestLayout();
    }

    /** Where the present phase stands. */
    double currentX() {
        return x(current);
    }

    private static void show(Stop stop, Facts facts, boolean done, boolean now) {
        for (Region region : List.of(stop.dot, stop.name, stop.numbers, stop.brief)) {
            region.pseudoClassStateChanged(DONE, done);
            region.pseudoClassStateChanged(CURRENT, now);
            region.pseudoClassStateChanged(BACKWARD, !facts.forward());
        }
        stop.dot.pseudoClassStateChanged(LOCKED, facts.locked());
        stop.lock.setVisible(facts.locked());
        stop.name.setText(facts.name());
        stop.numbers.setText(facts.numbers());
        stop.brief.setText(facts.brief());
        String more = facts.locked() ? Messages.text("explain.phase-locked") : facts.numbers();
        stop.help.setText(facts.help() + (more.isEmpty() ? "" : "\n" + more));
        stop.dot.setAccessibleText(stop.help.getText());
    }

    private void build(int count) {
        stops.clear();
        links.clear();
        for (int i = 0; i < count; i++) {
            Region check = new Region();
            check.getStyleClass().add("phase-check");
            FontIcon lock = new FontIcon(Feather.LOCK);
            lock.getStyleClass().add("phase-lock");
            lock.setManaged(false);
            lock.setMouseTransparent(true);
            StackPane dot = new StackPane(check);
            dot.getStyleClass().add("phase-dot");
            Label name = Controls.label("", "phase-name");
            Label numbers = Controls.label("", "phase-numbers");
            Label brief = Controls.label("", "phase-numbers");
            Tooltip help = new Tooltip();
            help.setWrapText(true);
            help.setMaxWidth(360);
            for (Region region : List.of(dot, name, numbers, brief)) {
                Tooltip.install(region, help);
            }
            stops.add(new Stop(dot, lock, name, numbers, brief, help));
            if (i > 0) {
                Line link = new Line();
                link.getStyleClass().add("phase-link");
                link.setMouseTransparent(true);
                links.add(link);
            }
        }
        getChildren().setAll(links);
        stops.forEach(stop -> getChildren().addAll(stop.dot, stop.lock, stop.name, stop.numbers, stop.brief));
        getChildren().addAll(forward, backward);
        setMinWidth(LEAST_PITCH * count);
        setPrefWidth(LEAST_PITCH * count);
    }

    private double pitch() {
        return getWidth() / Math.max(1, stops.size());
    }

    private double x(int i) {
        return Math.round(pitch() * (i + 0.5));
    }

    @Override
    protected void layoutChildren() {
        double room = pitch() - GAP;
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            double size = stop.dot.prefWidth(-1);
            stop.dot.resizeRelocate(x(i) - size / 2, LINE_Y - size / 2, size, size);
            stop.lock.setTranslateX(x(i) - stop.lock.getLayoutBounds().getCenterX());
            stop.lock.setTranslateY(LINE_Y - stop.lock.getLayoutBounds().getCenterY());
            centre(stop.name, x(i), NAME_Y, room);
            boolean fits = stop.numbers.prefWidth(-1) <= room;
            stop.numbers.setVisible(fits);
            stop.brief.setVisible(!fits);
            centre(stop.numbers, x(i), NUMBERS_Y, room);
            centre(stop.brief, x(i), NUMBERS_Y, room);
            if (i > 0) {
                Line link = links.get(i - 1);
                link.setStartX(x(i - 1) + stops.get(i - 1).dot.prefWidth(-1) / 2);
                link.setEndX(x(i) - size / 2);
                link.setStartY(LINE_Y);
                link.setEndY(LINE_Y);
            }
        }
        if (!stops.isEmpty()) {
            double turn = x(Math.min(firstBackward, stops.size() - 1)) - 8;
            place(forward, Math.min(Math.max(x(0) - 8, left), turn - forward.prefWidth(-1) - GAP));
            place(backward, Math.max(turn, left));
        }
    }

    private static void centre(Label label, double x, double y, double room) {
        double width = Math.min(room, Math.ceil(label.prefWidth(-1)));
        label.resizeRelocate(Math.round(x - width / 2), y, width, label.prefHeight(-1));
    }

    private static void place(Label label, double x) {
        label.resizeRelocate(Math.max(0, x), 2, label.prefWidth(-1), label.prefHeight(-1));
    }

    private void drag(MouseEvent event) {
        requestFocus();
        if (!stops.isEmpty()) {
            int at = (int) Math.floor(event.getX() / pitch());
            go.accept(Math.max(0, Math.min(at, stops.size() - 1)));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, DOWN -> go.accept(current - 1);
            case RIGHT, UP -> go.accept(current + 1);
            case HOME -> go.accept(0);
            case END -> go.accept(stops.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
