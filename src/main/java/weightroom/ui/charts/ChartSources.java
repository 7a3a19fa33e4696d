package weightroom.ui.charts;

import weightroom.ui.model.RunModel;

/** What charts take their numbers from, besides the snapshots. */
record ChartSources(RunModel model) {}
