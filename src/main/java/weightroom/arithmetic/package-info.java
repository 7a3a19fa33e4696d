/**
 * Formulas worked out as on paper: read from LaTeX, computed, and written with numbers in the place of their symbols, all of
 * them rounded so that what stands there can be worked out again by hand.
 */
@NullMarked
package weightroom.arithmetic;

import org.jspecify.annotations.NullMarked;
