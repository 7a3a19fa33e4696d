package weightroom.ui.explain;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import weightroom.explain.ComputationGraph;
import weightroom.explain.GraphNode;
import weightroom.explain.Quantity;
import weightroom.ui.explain.ExplainModel.Side;
import weightroom.ui.kit.Messages;

/** The graph as a picture that can be moved, enlarged and walked through. */
final class GraphCanvas extends CardCanvas {
    private static final double ZOOM_STEP = 1.2;

    private final GraphModel model;
    private final GraphWalk walk;
    private final GraphCard card;
    private final GraphViewport viewport = new GraphViewport();
    private double pressedX;
    private double pressedY;
    private boolean kept;
    private int phase = Quantity.NONE;
    private Optional<Shown> shown = Optional.empty();

    /** What the card says. */
    private record Shown(
            ComputationGraph graph, GraphItem item, boolean kept, int phase, Side side, double x, double y) {}

    GraphCanvas(GraphModel model, GraphNumbers.Choice choice) {
        this.model = model;
        walk = new GraphWalk(model);
        card = new GraphCard(model, choice, this::turned);
        setId("graph-canvas");
        getStyleClass().add("graph-canvas");
        // The frame leaves arrows, Home and End to it.
        getProperties().put("own-arrows", true);
        getChildren().add(card);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> hover(Optional.empty()));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::key);
        focusedProperty().addListener((observable, before, after) -> choiceChanged());
        describe();
    }

    /** The batch norm of a layer has been opened or closed. */
    private void turned(int layer) {
        model.follow(getWidth());
        kept = false;
        model.select(model.graph().nodes().stream()
                .filter(node -> node.layer() == layer)
                .filter(node -> node.kind() == GraphNode.Kind.SUBTRACT || node.kind() == GraphNode.Kind.BATCH_NORM)
                .findFirst()
                .map(node -> new GraphItem.Op(node.id())));
        model.selected().ifPresent(this::reveal);
        requestFocus();
        viewChanged();
    }

    private void viewChanged() {
        clamp();
        choiceChanged();
    }

    /** As large as fits. */
    void fit() {
        viewport.fit(model.layout().width(), model.layout().height(), getWidth(), getHeight());
        viewChanged();
    }

    /** Enlarges, or with a negative number makes smaller, around the middle. */
    void zoom(int steps) {
        viewport.enlarge(Math.pow(ZOOM_STEP, steps), getWidth() / 2, getHeight() / 2);
        viewChanged();
    }

    private void clamp() {
        viewport.clamp(model.layout().width(), model.layout().height(), getWidth(), getHeight());
    }

    private void reveal(GraphItem item) {
        double[] at = model.place(item);
        viewport.reveal(at[0], at[1], getWidth(), getHeight());
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        follow(width);
        g.save();
        g.beginPath();
        g.rect(0, 0, width, height);
        g.clip();
        g.translate(viewport.seenX(0), viewport.seenY(0));
        g.scale(viewport.zoom(), viewport.zoom());
        new GraphPainter(model, this, g).draw();
        g.restore();
    }

    /** Takes up what has changed since it was last drawn, and moves so that what works at present is seen. */
    private void follow(double width) {
        boolean another = model.follow(width);
        if (phase != model.phase()) {
            phase = model.phase();
            model.current().ifPresent(this::reveal);
        }
        if (another) {
            kept &= model.selected().isPresent();
        }
        clamp();
        describe();
    }

    // ---- mouse

    private Optional<GraphItem> at(double px, double py) {
        return model.at(viewport.drawnX(px), viewport.drawnY(py));
    }

    private void moved(MouseEvent event) {
        hover(at(event.getX(), event.getY()));
    }

    private void hover(Optional<GraphItem> item) {
        if (!item.equals(model.hovered())) {
            model.hover(item);
            setCursor(item.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            choiceChanged();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
    }

    private void dragged(MouseEvent event) {
        viewport.move(event.getX() - pressedX, event.getY() - pressedY);
        pressedX = event.getX();
        pressedY = event.getY();
        viewChanged();
    }

    private void clicked(MouseEvent event) {
        if (event.isStillSincePress() && !inCard(event)) {
            Optional<GraphItem> item = at(event.getX(), event.getY());
            model.select(item);
            kept = item.isPresent();
            choiceChanged();
        }
    }

    private boolean inCard(MouseEvent event) {
        return card.isVisible()
                && !card.isMouseTransparent()
                && card.getBoundsInParent().contains(event.getX(), event.getY());
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            viewport.enlarge(Math.pow(ZOOM_STEP, Math.signum(event.getDeltaY())), event.getX(), event.getY());
        } else {
            viewport.move(event.getDeltaX(), event.getDeltaY());
        }
        viewChanged();
        event.consume();
    }

    // ---- keys

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case LEFT -> walked(-1, 0);
                    case RIGHT -> walked(1, 0);
                    case UP -> walked(0, -1);
                    case DOWN -> walked(0, 1);
                    case ENTER -> isFocused() && open();
                    case ESCAPE -> close();
                    case PLUS, ADD, EQUALS -> zoomed(1);
                    case MINUS, SUBTRACT -> zoomed(-1);
                    case DIGIT0, NUMPAD0 -> fitted();
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean walked(int dx, int dy) {
        if (!isFocused()) {
            return false;
        }
        kept = false;
        model.select(walk.step(dx, dy));
        model.selected().ifPresent(this::reveal);
        viewChanged();
        return true;
    }

    private boolean open() {
        if (model.selected().isEmpty()) {
            model.select(walk.step(0, 0));
        }
        kept = model.selected().isPresent();
        choiceChanged();
        return kept && card.enter() || kept;
    }

    private boolean close() {
        if (!kept && model.selected().isEmpty()) {
            return false;
        }
        if (!kept) {
            model.select(Optional.empty());
        }
        kept = false;
        requestFocus();
        choiceChanged();
        return true;
    }

    private boolean zoomed(int steps) {
        zoom(steps);
        return true;
    }

    private boolean fitted() {
        fit();
        return true;
    }

    private void choiceChanged() {
        requestDraw();
        describe();
    }

    private void describe() {
        Optional<GraphItem> chosen = model.selected().filter(item -> kept || isFocused());
        Optional<GraphItem> item = kept ? chosen : model.hovered().or(() -> chosen);
        setAccessibleText(item.map(found -> GraphWords.spoken(model.graph(), found))
                .orElseGet(() -> Messages.text(
                        "explain.graph.accessible", model.graph().nodes().size())));
        if (item.isEmpty()) {
            card.hide();
            shown = Optional.empty();
            return;
        }
        double[] place = model.place(item.get());
        Shown now = new Shown(
                model.graph(),
                item.get(),
                kept,
                phase,
                model.explain().side().get(),
                viewport.seenX(place[0]),
                viewport.seenY(place[1]));
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            card.show(item.get(), kept, now.x, now.y, getWidth(), getHeight());
        }
    }
}
