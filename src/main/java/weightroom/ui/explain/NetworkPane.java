package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;

/**
 * The network as cards: every number of the pass beside the unit or the link that it belongs to, the way of what is
 * explained outlined, and below it the sum of one unit written out.
 */
final class NetworkPane implements ExplainPane {
    private final ExplainModel model;
    private final CardState state;
    private final CardMotion motion = new CardMotion();
    private final NetworkSheet sheet;
    private final SumStrip strip;
    private final RestList rest;
    private final BorderPane node = new BorderPane();
    private int phase;

    NetworkPane(ExplainModel model) {
        this.model = model;
        state = new CardState(model, new CardMeasure());
        strip = new SumStrip(state);
        sheet = new NetworkSheet(state, motion, this::choose, strip::requestDraw);
        rest = new RestList(sheet::requestFocus);
        node.setCenter(sheet);
        node.setBottom(strip);
        node.getStyleClass().add("network-page");
        phase = model.phase().get();
        for (ObservableValue<?> cause :
                List.of(model.pass(), model.row(), model.selected(), model.side(), model.found())) {
            cause.addListener((observable, before, after) -> changed());
        }
        model.phase().addListener((observable, before, after) -> phaseChanged());
    }

    private void changed() {
        sheet.changed();
    }

    private void phaseChanged() {
        int now = model.phase().get();
        List<Phase> phases = model.phases();
        boolean forward = now == phase + 1 && now < phases.size() && !model.arriving();
        phase = now;
        if (forward && !model.run().options().reducedMotion().get()) {
            motion.begin(phases.get(now));
        } else {
            motion.stop();
        }
        changed();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(long nanos) {
        if (motion.moving()) {
            motion.at(nanos);
            sheet.requestDraw();
        }
    }

    @Override
    public boolean moving() {
        return motion.moving();
    }

    private void choose(CardHit hit) {
        Optional<CardPicture> picture = state.last();
        if (hit.spot() instanceof Spot.Rest folded && picture.isPresent()) {
            double[] place = sheet.middle(folded);
            Point2D at = sheet.localToScreen(place[0], place[1]);
            rest.open(picture.get(), folded, sheet, at.getX(), at.getY(), this::choose);
            return;
        }
        hit.number().or(() -> own(hit.spot())).ifPresent(this::choose);
    }

    private void choose(Quantity number) {
        model.selected().set(number);
    }

    /** The first parameter of those that a unit has of its own. */
    private Optional<Quantity> own(Spot spot) {
        return spot instanceof Spot.Own own
                ? state.last()
                        .flatMap(picture -> picture.layout().card(new Spot.Unit(own.layer(), own.unit())))
                        .map(placed -> placed.card().own().get(0))
                : Optional.empty();
    }
}
