/** The view of one run: what is learned, how, and what comes of it, while it trains. */
@NullMarked
package weightroom.ui.train;

import org.jspecify.annotations.NullMarked;
