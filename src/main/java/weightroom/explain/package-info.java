/**
 * One sample, or one batch, forward and back through a network, with every number in double precision and how each came to
 * be: the phases of a pass, chain rules with their factors, finite differences beside them, the optimizer's step.
 */
@NullMarked
package weightroom.explain;

import org.jspecify.annotations.NullMarked;
