/** What every view is made of: words, icons, themes, and rows of controls. Knows no view. */
@NullMarked
package weightroom.ui.kit;

import org.jspecify.annotations.NullMarked;
