/** The Explain view: one sample forward and back through the network, every number with how it came to be. */
@NullMarked
package weightroom.ui.explain;

import org.jspecify.annotations.NullMarked;
