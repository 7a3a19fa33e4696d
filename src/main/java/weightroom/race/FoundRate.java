package weightroom.race;

import weightroom.race.RaceSnapshot.Tuned;

/**
 * A learning rate that was found for a lane.
 *
 * @param learningRate η to race with
 * @param tuned how it was found
 */
public record FoundRate(double learningRate, Tuned tuned) {}
