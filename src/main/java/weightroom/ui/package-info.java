/** The window: one package per view, a view that builds nodes and a model that holds state. */
@NullMarked
package weightroom.ui;

import org.jspecify.annotations.NullMarked;
