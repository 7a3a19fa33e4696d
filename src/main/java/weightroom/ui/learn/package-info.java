/** The Learn view: the contents of a course, and a lesson beside a workbench reduced to what the lesson unlocks. */
@NullMarked
package weightroom.ui.learn;

import org.jspecify.annotations.NullMarked;
