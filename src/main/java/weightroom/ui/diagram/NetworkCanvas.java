package weightroom.ui.diagram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;

/** The network as a picture that can be taken hold of: inputs, neurons and the links between them. */
final class NetworkCanvas extends InkedCanvas {
    private final DiagramModel model;
    private final Actions actions;
    private final HoverCard card = new HoverCard();
    private final LinkPainter links = new LinkPainter(this);
    private final TilePainter tiles = new TilePainter(this);
    private final NumberPainter numbers = new NumberPainter(this);
    private final DiagramLegend legend = new DiagramLegend(this, tiles);
    private List<String> outputNames = List.of();
    private Optional<EdgeDrag> drag = Optional.empty();

    /** What the user asks for by mouse or keys. */
    interface Actions {
        /** An input is to be used, or no longer; a link, a bias or a unit is to be edited; a layer opened. */
        void open(Hit hit, double x, double y);

        /** Whether something is being edited; the card stays away then. */
        boolean editing();

        /** A layer is to have so many units. */
        void resize(int layer, int units);
    }

    /** A layer's lower edge is being dragged. */
    private record EdgeDrag(Column column, int units) {}

    NetworkCanvas(DiagramModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        setId("network-canvas");
        getStyleClass().add("network-canvas");
        // The frame leaves arrows, Home and End to it.
        getProperties().put("own-arrows", true);
        getChildren().add(card);
        setMinSize(0, 0);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> left());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> released());
        setOnMouseClicked(this::clicked);
        setFocusTraversable(true);
        focusedProperty().addListener((observable, before, after) -> choiceChanged());
    }

    /** The numbers or the tiles have changed. */
    void numbersChanged(List<String> names) {
        outputNames = names;
        requestDraw();
        describe();
    }

    /** What is hovered or selected has changed. */
    void choiceChanged() {
        requestDraw();
        describe();
    }

    @Override
    void resized(double width, double height) {
        model.resize(width, height);
    }

    @Override
    void inksChanged() {
        links.inksChanged();
        tiles.inksChanged();
        model.forgetSwatches();
        super.inksChanged();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        model.newSwatches().ifPresent(swatches -> tiles.paint(swatches, width, height));
        links.draw(g, model);
        tiles.draw(g, model, outputNames);
        if (model.saysNumbers()) {
            numbers.draw(g, model);
        }
        drag.ifPresent(held -> drawDrag(g, held));
        legend.draw(g, model, width, height);
    }

    private void drawDrag(GraphicsContext g, EdgeDrag held) {
        Column column = held.column();
        Cell first = column.cells().get(0);
        g.setStroke(ink(DiagramInk.ACCENT));
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        double bottom = first.y() + (held.units() - 1) * column.pitch() + first.size();
        g.strokeRoundRect(first.x() - 4, first.y() - 4, first.size() + 8, bottom - first.y() + 8, 8, 8);
        g.setLineDashes();
    }

    private void describe() {
        Optional<Hit> hit = model.hovered().or(model::selected);
        setAccessibleText(hit.map(found -> Words.of(model, found).spoken())
                .orElseGet(() -> Messages.text("diagram", model.reading().network())));
        if (actions.editing()) {
            card.hide();
        } else if (model.hovered().isEmpty()) {
            Optional<Hit> chosen = model.selected().filter(found -> isFocused());
            chosen.ifPresentOrElse(this::showBeside, card::hide);
        }
    }

    /** The card of what is selected by keyboard. */
    private void showBeside(Hit hit) {
        double[] at = Places.of(model.map(), hit);
        card.show(Words.of(model, hit), at[0], at[1], getWidth(), getHeight());
    }

    private void moved(MouseEvent event) {
        Optional<Hit> hit = model.at(event.getX(), event.getY());
        boolean same = hit.equals(model.hovered());
        OptionalInt lane = model.lane();
        model.hover(hit, event.getX());
        setCursor(hit.map(found -> found instanceof Hit.Edge ? Cursor.V_RESIZE : Cursor.HAND)
                .orElse(Cursor.DEFAULT));
        if (!same || !lane.equals(model.lane())) {
            requestDraw();
            describe();
        }
        if (hit.isPresent() && !actions.editing()) {
            card.show(Words.of(model, hit.get()), event.getX(), event.getY(), getWidth(), getHeight());
        } else {
            describe();
        }
    }

    private void left() {
        model.hover(Optional.empty(), Double.NaN);
        choiceChanged();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Optional<Hit> hit = model.at(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && hit.isPresent() && hit.get() instanceof Hit.Edge edge) {
            Column column = model.layout().column(edge.layer());
            drag = Optional.of(new EdgeDrag(column, column.count()));
        }
    }

    private void dragged(MouseEvent event) {
        drag.ifPresent(held -> {
            Column column = held.column();
            double rows = (event.getY() - DiagramMap.EDGE_BELOW - column.bottom()) / column.pitch();
            int units = (int) Math.round(column.count() + rows);
            int within = Math.max(1, Math.min(Changes.MAX_UNITS, units));
            drag = Optional.of(new EdgeDrag(column, within));
            card.show(
                    new Words.Card(
                            Words.layer(column.layer(), model.layout().outputLayer()),
                            List.of(Messages.text("edge.units", within))),
                    event.getX(),
                    event.getY(),
                    getWidth(),
                    getHeight());
            requestDraw();
        });
    }

    private void released() {
        drag.ifPresent(held -> {
            drag = Optional.empty();
            requestDraw();
            if (held.units() != held.column().count()) {
                actions.resize(held.column().layer(), held.units());
            }
        });
    }

    private void clicked(MouseEvent event) {
        Optional<Hit> hit = model.at(event.getX(), event.getY());
        if (!event.isStillSincePress()) {
            return;
        }
        model.select(hit.filter(found -> !(found instanceof Hit.Edge)));
        choiceChanged();
        hit.ifPresent(found -> actions.open(found, event.getX(), event.getY()));
        describe();
    }
}
