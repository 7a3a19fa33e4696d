/**
 * Pictures of numbers: line plots, and fields over a plane. They take plain arrays, know nothing of training, and take
 * their colours from the style sheet (see {@link weightroom.plot.Ink}), so that every theme shares every plot.
 */
@NullMarked
package weightroom.plot;

import org.jspecify.annotations.NullMarked;
