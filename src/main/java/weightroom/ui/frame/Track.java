package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The whole run as one small curve that a playhead is dragged along, with flags where a knob was turned. */
final class Track extends Pane {
    private static final double TOP = 18;
    private static final double FOOT = 18;
    private static final double PAGE = 0.1;
    private static final double HANDLE_WIDTH = 13;

    private static final Course NOWHERE = new Course(1, 0, 1, 1, 1e-12, 1);

    private final RunModel model;
    private final Polygon shade = styled(new Polygon(), "timeline-shade");
    private final Polyline past = styled(new Polyline(), "timeline-past");
    private final Polyline future = styled(new Polyline(), "timeline-future");
    private final Line playhead = styled(new Line(), "timeline-playhead");
    private final Region handle = new Region();
    private final List<Node> dressing = new ArrayList<>();
    private final List<Hung> hung = new ArrayList<>();
    private final Map<Timeline.Branch, Polyline> lines = new LinkedHashMap<>();
    private Course course = NOWHERE;
    private Course drawn = NOWHERE;
    private List<Object> dressed = List.of();

    /** What stands at a step, so many pixels beside it. */
    private record Hung(Region node, long step, double offset) {}

    Track(RunModel model) {
        this.model = model;
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
        widthProperty().addListener((observable, before, after) -> redraw());
        model.transport().target().addListener((observable, before, after) -> movePlayhead());
        model.transport().milestones().addListener((observable, before, after) -> redraw());
    }

    /** Shows the newest snapshot. */
    void redraw() {
        Snapshot now = model.snapshot().get();
        if (getWidth() <= HANDLE_WIDTH) {
            return;
        }
        History history = now.history();
        course = Course.of(history, now.timeline(), getWidth() - HANDLE_WIDTH, TOP, getHeight() - FOOT);
        dress(now);
        long at = playheadStep();
        past.getPoints().setAll(course.curve(history, 0, at));
        future.getPoints().setAll(course.curve(history, at, Long.MAX_VALUE));
        List<Double> area = new ArrayList<>(past.getPoints());
        area.addAll(List.of(course.x(at), course.bottom(), 0.0, course.bottom()));
        shade.getPoints().setAll(area);
        movePlayhead();
    }

    /** Where the playhead is: where the run stands, or where it was dragged to and the run is on its way. */
    long playheadStep() {
        return model.transport()
                .target()
                .get()
                .orElse(model.snapshot().get().state().step());
    }

    private void movePlayhead() {
        double x = Math.floor(course.x(playheadStep())) + 0.5;
        playhead.setStartX(x);
        playhead.setEndX(x);
        playhead.setStartY(2);
        playhead.setEndY(course.bottom());
        handle.resizeRelocate(x - HANDLE_WIDTH / 2, course.bottom() - 14, HANDLE_WIDTH, 18);
    }

    /** Flags, branches and numbers of epochs: built anew only where there are others, else moved to where they stand now. */
    private void dress(Snapshot now) {
        Timeline.View view = now.timeline();
        List<Long> ticks = course.ticks(view.latest().epoch());
        List<Object> key = List.of(
                view.marks(), model.transport().milestones().get(), ids(view), ticks, getWidth(), now.history());
        if (!key.equals(dressed)) {
            dressed = key;
            getChildren().removeAll(dressing);
            dressing.clear();
            hung.clear();
            lines.clear();
            addBranches(view);
            addTicks(now, ticks);
            addFlags(view);
            getChildren().addAll(getChildren().indexOf(playhead), dressing);
        }
        for (Hung one : hung) {
            one.node().setLayoutX(Math.round(course.x(one.step()) + one.offset()));
        }
        if (!course.equals(drawn)) {
            drawn = course;
            lines.forEach((branch, line) -> line.getPoints()
                    .setAll(course.curve(
                            branch.history(),
                            branch.first().step(),
                            branch.last().step())));
        }
    }

    private void addBranches(Timeline.View view) {
        drawn = NOWHERE;
        for (Timeline.Branch branch : view.branches()) {
            Polyline line = styled(new Polyline(), "timeline-branch");
            lines.put(branch, line);
            dressing.add(line);
        }
    }

    private void addTicks(Snapshot now, List<Long> epochs) {
        for (long epoch : epochs) {
            Optional<Long> step = Course.stepAt(now.history(), epoch);
            if (step.isPresent()) {
                Label tick = Controls.label(Numbers.count(epoch), "tick");
                tick.setMouseTransparent(true);
                place(tick, step.get(), -10, course.bottom() + 2);
            }
        }
    }

    private void addFlags(Timeline.View view) {
        double free = Double.NEGATIVE_INFINITY;
        for (Timeline.Mark mark : model.transport().milestones().get()) {
            String help = Messages.text("timeline.mark.help", mark.text(), Numbers.count((long)
                    mark.at().epoch()));
            Button flag = flag(mark.text(), help, "milestone", () -> model.transport()
                    .seek(mark.at().step()));
            free = hang(flag, mark.at().step(), free);
        }
        for (Timeline.Branch branch : view.branches()) {
            String text = Messages.text("timeline.branch", name(view, branch), branch.label());
            String help = Messages.text("timeline.branch.help", name(view, branch), branch.label());
            Button flag = flag(text, help, "branch", () -> model.transport().goTo(branch.id()));
            flag.setId("branch-" + branch.id());
            free = hang(flag, branch.first().step(), free);
        }
        for (Timeline.Mark mark : view.marks()) {
            // Where a branch was left something was changed; one flag is enough.
            if (view.branches().stream()
                    .anyMatch(branch -> branch.first().step() == mark.at().step())) {
                continue;
            }
            String help = Messages.text("timeline.mark.help", mark.text(), Numbers.count((long)
                    mark.at().epoch()));
            Button flag = flag(mark.text(), help, "mark", () -> model.transport()
                    .seek(mark.at().step()));
            free = hang(flag, mark.at().step(), free);
        }
    }

    /** Hangs a flag at its step; its words only where they have room. Returns where the next words may begin. */
    private double hang(Button flag, long step, double free) {
        double x = course.x(step) - 5;
        place(flag, step, -5, 0);
        flag.applyCss();
        double width = flag.prefWidth(-1);
        boolean room = x >= free && x + width <= getWidth();
        if (!room) {
            flag.setText("");
        }
        return room ? x + width : free;
    }

    private static Button flag(String text, String help, String style, Runnable action) {
        Region marker = new Region();
        marker.getStyleClass().add("flag-marker");
        Button flag = new Button(text, marker);
        flag.getStyleClass().setAll("flag", style);
        flag.setAccessibleText(help);
        flag.setOnAction(event -> action.run());
        Controls.explain(flag, help);
        return flag;
    }

    private void place(Region node, long step, double offset, double y) {
        node.setLayoutY(y);
        dressing.add(node);
        hung.add(new Hung(node, step, offset));
        if (node.getParent() == null) {
            // Style sheets, and so widths, are known only inside the scene; dress() puts it into its order.
            getChildren().add(node);
            node.applyCss();
            getChildren().remove(node);
        }
    }

    /** Letters in the order in which branches were left; the present run is the main one. */
    static String name(Timeline.View view, Timeline.Branch branch) {
        int index = view.branches().indexOf(branch);
        return index < 25 ? String.valueOf((char) ('B' + index)) : String.valueOf(index + 1);
    }

    private static List<Integer> ids(Timeline.View view) {
        return view.branches().stream().map(Timeline.Branch::id).toList();
    }

    private void drag(MouseEvent event) {
        if (event.getTarget() instanceof Node node && isFlag(node)) {
            return;
        }
        requestFocus();
        model.transport().seek(course.step(event.getX()));
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
        Snapshot now = model.snapshot().get();
        int rows = now.setup().data().get(0).train().count();
        long stride = event.isShiftDown() ? now.setup().plan().stepsPerEpoch(rows) : 1;
        long page = Math.max(1, Math.round(now.timeline().latest().step() * PAGE));
        long at = playheadStep();
        switch (event.getCode()) {
            case LEFT, DOWN -> model.transport().seek(at - stride);
            case RIGHT, UP -> model.transport().seek(at + stride);
            case PAGE_DOWN -> model.transport().seek(at - page);
            case PAGE_UP -> model.transport().seek(at + page);
            case HOME -> model.transport().seek(0);
            case END -> model.transport().latest();
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
