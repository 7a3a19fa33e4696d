/** What the window keeps on disk, without a scene: recent files, the run that was open last, presets. */
@NullMarked
package weightroom.ui.files;

import org.jspecify.annotations.NullMarked;
