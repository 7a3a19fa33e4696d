package weightroom.race;

/**
 * One lane under one seed.
 *
 * @param lane index into the contest's lanes
 * @param seed index of the seed, from 0: the experiment's own seed plus this
 */
public record Entrant(int lane, int seed) {}
