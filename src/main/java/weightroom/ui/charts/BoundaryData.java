package weightroom.ui.charts;

import java.util.Optional;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.run.Grid;
import weightroom.run.Slice;
import weightroom.run.Snapshot;

/** The boundary of a network with the rows it learns from, as plots of any size draw it. */
public final class BoundaryData {
    private BoundaryData() {}

    /** What the outputs over the plane of a snapshot look like. */
    public static Field field(Setup setup, Snapshot.Field outputs) {
        if (OneInput.fits(setup)) {
            return OneInput.field(setup, outputs);
        }
        Grid grid = outputs.grid();
        return new Field(
                grid.columns(),
                grid.rows(),
                grid.x1Low(),
                grid.x1High(),
                grid.x2Low(),
                grid.x2High(),
                outputs.values());
    }

    /** The training rows and the test rows after them, in the plane of the first two inputs. */
    public static DecisionPlot.Points points(Setup setup) {
        return OneInput.fits(setup)
                ? OneInput.points(setup, Optional.empty(), true)
                : Points.of(setup, Optional.empty(), Slice.FIRST_TWO, true);
    }

    /** The colours of the outputs. */
    public static DecisionPlot.Scale scale(Setup setup) {
        return OneInput.fits(setup) ? OneInput.scale(setup) : Points.scale(setup);
    }
}
