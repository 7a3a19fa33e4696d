package weightroom.ui.charts;

import weightroom.ui.model.RunModel;

/**
 * What charts take their numbers from, besides the snapshots.
 *
 * @param readings what is noted of snapshots as they come; the same for all charts
 */
record ChartSources(RunModel model, Readings readings) {}
