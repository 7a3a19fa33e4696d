/** Pictures of lessons: a small part of SVG, read into shapes whose colours are those of the theme. */
@NullMarked
package weightroom.drawing;

import org.jspecify.annotations.NullMarked;
