package weightroom.ui.charts;

import weightroom.run.Background;
import weightroom.ui.model.RunModel;

/**
 * What charts take their numbers from, besides the snapshots.
 *
 * @param background writes their files
 */
record ChartSources(RunModel model, Background background) {}
