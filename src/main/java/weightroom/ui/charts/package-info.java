/** What training leads to, as plots: the answer over the plane, losses, gradients, activations, weights. */
@NullMarked
package weightroom.ui.charts;

import org.jspecify.annotations.NullMarked;
