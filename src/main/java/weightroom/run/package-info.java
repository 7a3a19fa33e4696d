/**
 * Training over time: {@link weightroom.run.Run} takes an experiment to its end, step by step or at a stretch, on the
 * device that suits it; {@link weightroom.run.Trainer} does so on a thread of its own and hands pictures of the state to
 * whoever watches. The only package that starts threads.
 */
@NullMarked
package weightroom.run;

import org.jspecify.annotations.NullMarked;
