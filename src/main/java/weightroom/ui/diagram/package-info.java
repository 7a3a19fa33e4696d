/** The network as a picture that can be taken hold of. */
@NullMarked
package weightroom.ui.diagram;

import org.jspecify.annotations.NullMarked;
