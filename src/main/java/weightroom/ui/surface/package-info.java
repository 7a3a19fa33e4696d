/** Optimizers as balls on a surface: the bench, what it stands on, and what it plays. */
@NullMarked
package weightroom.ui.surface;

import org.jspecify.annotations.NullMarked;
