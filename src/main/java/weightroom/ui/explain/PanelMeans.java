package weightroom.ui.explain;

import java.util.function.Consumer;
import weightroom.explain.Section.Lead;

/**
 * What the parts of the panel share.
 *
 * @param open explains another number
 * @param more writes more terms of sums
 */
record PanelMeans(FormulaPool pool, Consumer<Lead> open, Runnable more) {}
