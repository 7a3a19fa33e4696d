package weightroom.run;

import java.util.Optional;
import weightroom.data.FeatureMap;
import weightroom.experiment.Setup;

/**
 * What a network receives at the points of a plane. The latest plane is kept, because features take longer to compute than
 * the forward pass of a small network. For one setup.
 */
public final class PlanePoints {
    private final FeatureMap map;
    private final int inputs;
    private Optional<Plane> latest = Optional.empty();

    public PlanePoints(Setup setup) {
        map = setup.rows().map();
        inputs = setup.rows().dataset().inputCount();
    }

    /**
     * A plane with its points.
     *
     * @param features {@code (rows·columns, in)}; not to be written
     */
    public record Plane(Slice slice, Grid grid, float[] features) {}

    /** The plane; none where the data does not have the inputs that span it. The same object for the same plane. */
    public Optional<Plane> plane(Slice slice, Grid grid) {
        if (!slice.fits(inputs)) {
            return Optional.empty();
        }
        if (latest.filter(known -> known.slice.equals(slice) && known.grid.equals(grid))
                .isEmpty()) {
            latest = Optional.of(new Plane(slice, grid, map.apply(slice.points(grid, inputs))));
        }
        return latest;
    }
}
