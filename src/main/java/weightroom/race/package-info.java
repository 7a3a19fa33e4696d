/**
 * Fair races: lanes that differ in one thing are trained side by side from the same first weights and on the same batches,
 * each under many seeds, so that merit can be told from luck. {@link weightroom.race.RaceTrainer} runs one on a thread of
 * its own; {@link weightroom.race.RaceSnapshot} is what others see of it.
 */
@NullMarked
package weightroom.race;

import org.jspecify.annotations.NullMarked;
