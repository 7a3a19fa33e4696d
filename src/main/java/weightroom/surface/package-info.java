/**
 * Optimizers as balls on a surface of two variables: the surfaces, the steps, and every step's algebra written out with its
 * numbers.
 */
@NullMarked
package weightroom.surface;

import org.jspecify.annotations.NullMarked;
