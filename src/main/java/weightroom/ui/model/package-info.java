/** What the window knows of a run and asks of it: state without a scene, shared by every view. */
@NullMarked
package weightroom.ui.model;

import org.jspecify.annotations.NullMarked;
