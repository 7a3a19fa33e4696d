/** The controls of an experiment, grouped by the question they answer. */
@NullMarked
package weightroom.ui.controls;

import org.jspecify.annotations.NullMarked;
