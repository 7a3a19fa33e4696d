package weightroom.ui.compare;

import java.nio.file.Path;
import weightroom.experiment.Experiment;

/**
 * What all lanes are but for what differs.
 *
 * @param folder that files named by the experiment are relative to
 */
record Base(Experiment experiment, Path folder) {}
