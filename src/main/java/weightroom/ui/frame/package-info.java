/** What stays when views change: rail, transport, counters, timeline, notices, files. */
@NullMarked
package weightroom.ui.frame;

import org.jspecify.annotations.NullMarked;
