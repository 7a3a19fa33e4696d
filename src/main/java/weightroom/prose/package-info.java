/** What lessons are written in: CommonMark with tables and formulas, and pictures; read and checked, not drawn. */
@NullMarked
package weightroom.prose;

import org.jspecify.annotations.NullMarked;
