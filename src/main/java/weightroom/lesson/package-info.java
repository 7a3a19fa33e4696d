/** Lessons as data: their reader, what they claim, the checker that trains it, and what a student has done. */
@NullMarked
package weightroom.lesson;

import org.jspecify.annotations.NullMarked;
