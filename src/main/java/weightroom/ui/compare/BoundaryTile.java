package weightroom.ui.compare;

import java.util.Optional;
import javafx.scene.layout.Region;
import weightroom.experiment.Setup;
import weightroom.plot.BoundaryThumb;
import weightroom.race.Entrant;
import weightroom.race.RaceSnapshot;
import weightroom.run.Snapshot;
import weightroom.ui.charts.BoundaryData;
import weightroom.ui.kit.Cadence;

/**
 * The boundary of one entrant on the largest square that there is room for: drawn where it has changed, at most so many
 * times a second. Each tile has a beat of its own, so that many spread over the pulses.
 */
final class BoundaryTile extends Region {
    static final int FIELDS_PER_SECOND = 15;

    private final BoundaryThumb thumb = new BoundaryThumb();
    private final Cadence cadence = new Cadence(FIELDS_PER_SECOND);
    private Optional<Setup> setup = Optional.empty();
    private Optional<Snapshot.Field> field = Optional.empty();

    BoundaryTile() {
        thumb.setFocusTraversable(false);
        thumb.setMouseTransparent(true);
        getChildren().add(thumb);
        setMinSize(40, 40);
        setPrefSize(136, 136);
    }

    @Override
    protected void layoutChildren() {
        double size = Math.floor(Math.min(getWidth(), getHeight()));
        double top = snapPositionY((getHeight() - size) / 2);
        thumb.resizeRelocate(0, top, size, size);
    }

    /** Shows an entrant as it is in the newest snapshot. */
    void show(RaceSnapshot race, Entrant entrant, long nanos) {
        Setup now = race.setup(entrant);
        Optional<Snapshot.Field> next =
                Optional.ofNullable(race.watched().fields().get(entrant));
        boolean other = setup.filter(before -> before.equals(now)).isEmpty();
        boolean changed = next.filter(
                        one -> field.filter(before -> before.equals(one)).isEmpty())
                .isPresent();
        if (!(other || changed) || !cadence.due(nanos, other || !race.clock().playing())) {
            return;
        }
        if (other) {
            setup = Optional.of(now);
            field = Optional.empty();
            thumb.clearField();
            thumb.setScale(BoundaryData.scale(now));
            thumb.setPoints(BoundaryData.points(now));
        }
        next.ifPresent(outputs -> {
            field = next;
            thumb.setField(BoundaryData.field(now, outputs));
        });
    }
}
