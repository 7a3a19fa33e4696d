package weightroom.explain;

/**
 * What comes out where one thing goes wrong.
 *
 * @param sentence names it
 */
record Slip(double value, String sentence) {}
