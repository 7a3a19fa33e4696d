/** The commands, which need no display. */
@NullMarked
package weightroom.cli;

import org.jspecify.annotations.NullMarked;
