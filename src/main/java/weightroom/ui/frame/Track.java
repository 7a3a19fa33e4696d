package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.LaneColor;
import weightroom.ui.model.Playback;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Side;

/** The whole of what is played as one small curve that a playhead is dragged along, with flags where a knob was turned. */
final class Track extends Pane {
    private static final double TOP = 18;
    private static final double FOOT = 18;
    private static final double PAGE = 0.1;
    private static final double HANDLE_WIDTH = 13;

    private static final Course NOWHERE = new Course(1, 0, 1, 1, 1e-12, 1);

    private final ObservableValue<Playback> playback;
    private final Polygon shade = styled(new Polygon(), "timeline-shade");
    private final Polyline past = styled(new Polyline(), "timeline-past");
    private final Polyline future = styled(new Polyline(), "timeline-future");
    private final Line playhead = styled(new Line(), "timeline-playhead");
    private final Region handle = new Region();
    private final List<Node> dressing = new ArrayList<>();
    private final List<Hung> hung = new ArrayList<>();
    private final Map<Side, Polyline> lines = new LinkedHashMap<>();
    private Course course = NOWHERE;
    private Course drawn = NOWHERE;
    private List<Object> dressed = List.of();

    /** What stands at a place, so many pixels beside it. */
    private record Hung(Region node, long place, double offset) {}

    /** @param playback what is shown and moved */
    Track(ObservableValue<Playback> playback) {
        this.playback = playback;
        setId("timeline");
        getStyleClass().add("timeline-track");
        handle.getStyleClass().add("timeline-handle");
        handle.setMouseTransparent(true);
        handle.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getProperties().put(Keys.OWN_ARROWS, true);
        getChildren().addAll(shade, future, past, playhead, handle);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty()
                .addListener((observable, before, after) -> redraw(playing().timeline()));
        playback.flatMap(Playback::target).addListener((observable, before, after) -> movePlayhead());
    }

    private Playback playing() {
        return playback.getValue();
    }

    /** Shows what is played as it is now. */
    void redraw(TimelineReading now) {
        if (getWidth() <= HANDLE_WIDTH) {
            return;
        }
        course = Course.of(now, getWidth() - HANDLE_WIDTH, TOP, getHeight() - FOOT);
        dress(now);
        long at = playheadPlace();
        past.getPoints().setAll(course.line(now.curve(), 0, at));
        future.getPoints().setAll(course.line(now.curve(), at, Long.MAX_VALUE));
        List<Double> area = new ArrayList<>(past.getPoints());
        area.addAll(List.of(course.x(at), course.bottom(), 0.0, course.bottom()));
        shade.getPoints().setAll(area);
        movePlayhead();
    }

    /** Where the playhead is: where what is played stands, or where it was dragged to and the rest is on its way. */
    private long playheadPlace() {
        return playing().target().get().orElse(playing().span().at());
    }

    private void movePlayhead() {
        double x = Math.floor(course.x(playheadPlace())) + 0.5;
        playhead.setStartX(x);
        playhead.setEndX(x);
        playhead.setStartY(2);
        playhead.setEndY(course.bottom());
        handle.resizeRelocate(x - HANDLE_WIDTH / 2, course.bottom() - 14, HANDLE_WIDTH, 18);
    }

    /** Flags, branches and numbers of epochs: built anew only where there are others, else moved to where they stand now. */
    private void dress(TimelineReading now) {
        List<Long> ticks = course.ticks(now.epochs().last());
        List<Integer> sides = now.sides().stream().map(Side::id).toList();
        List<Object> key = List.of(now.flags(), sides, ticks, getWidth(), getHeight(), now.past());
        if (!key.equals(dressed)) {
            dressed = key;
            getChildren().removeAll(dressing);
            dressing.clear();
            hung.clear();
            lines.clear();
            addSides(now.sides());
            addTicks(now.epochs(), ticks);
            addFlags(now.flags());
            getChildren().addAll(getChildren().indexOf(playhead), dressing);
        }
        for (Hung one : hung) {
            one.node().setLayoutX(Math.round(course.x(one.place()) + one.offset()));
        }
        if (!course.equals(drawn)) {
            drawn = course;
            lines.forEach(
                    (side, line) -> line.getPoints().setAll(course.line(side.curve(), side.first(), side.last())));
        }
    }

    private void addSides(List<Side> sides) {
        drawn = NOWHERE;
        for (Side side : sides) {
            Polyline line = styled(new Polyline(), "timeline-branch");
            lines.put(side, line);
            dressing.add(line);
        }
    }

    private void addTicks(Epochs epochs, List<Long> ticks) {
        for (long epoch : ticks) {
            OptionalLong place = epochs.placeAt().apply(epoch);
            if (place.isPresent()) {
                Label tick = Controls.label(Numbers.count(epoch), "tick");
                tick.setMouseTransparent(true);
                place(tick, place.getAsLong(), -10, course.bottom() + 2);
            }
        }
    }

    private void addFlags(List<Flag> flags) {
        double free = Double.NEGATIVE_INFINITY;
        for (Flag flag : flags) {
            free = hang(button(flag), flag.at(), free);
        }
    }

    /** Hangs a flag at its place; its words only where they have room. Returns where the next words may begin. */
    private double hang(Button flag, long place, double free) {
        double x = course.x(place) - 5;
        place(flag, place, -5, 0);
        flag.applyCss();
        double width = flag.prefWidth(-1);
        boolean room = x >= free && x + width <= getWidth();
        if (!room) {
            flag.setText("");
        }
        return room ? x + width : free;
    }

    private Button button(Flag flag) {
        Region marker = new Region();
        marker.getStyleClass().add("flag-marker");
        Button button = new Button(flag.text(), marker);
        button.getStyleClass().setAll("flag", flag.kind().name().toLowerCase(Locale.ROOT));
        if (flag.kind() == Flag.Kind.BRANCH) {
            button.setId("branch-" + flag.number());
        }
        if (flag.kind() == Flag.Kind.LANE) {
            button.getStyleClass().add(LaneColor.of(flag.number()));
        }
        button.setAccessibleText(flag.help());
        button.setOnAction(event -> playing().follow(flag));
        Controls.explain(button, flag.help());
        return button;
    }

    private void place(Region node, long place, double offset, double y) {
        node.setLayoutY(y);
        dressing.add(node);
        hung.add(new Hung(node, place, offset));
        if (node.getParent() == null) {
            // Style sheets, and so widths, are known only inside the scene; dress() puts it into its order.
            getChildren().add(node);
            node.applyCss();
            getChildren().remove(node);
        }
    }

    private void drag(MouseEvent event) {
        if (event.getTarget() instanceof Node node && isFlag(node)) {
            return;
        }
        requestFocus();
        playing().seek(course.place(event.getX()));
        event.consume();
    }

    private boolean isFlag(Node node) {
        for (Node at = node; at != null && at != this; at = at.getParent()) {
            if (at instanceof Button) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent event) {
        if (event.getTarget() != this || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Playback playing = playing();
        long stride = event.isShiftDown() ? playing.timeline().epochs().places() : 1;
        long page = Math.max(1, Math.round(playing.span().latest() * PAGE));
        long at = playheadPlace();
        switch (event.getCode()) {
            case LEFT, DOWN -> playing.seek(at - stride);
            case RIGHT, UP -> playing.seek(at + stride);
            case PAGE_DOWN -> playing.seek(at - page);
            case PAGE_UP -> playing.seek(at + page);
            case HOME -> playing.seek(0);
            case END -> playing.latest();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static <T extends Node> T styled(T node, String style) {
        node.getStyleClass().add(style);
        node.setMouseTransparent(true);
        return node;
    }
}
