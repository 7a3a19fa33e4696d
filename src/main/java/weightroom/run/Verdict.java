package weightroom.run;

/**
 * What to think of a layer or of a whole run.
 *
 * @param label a word or two for a table: "healthy", "1 of 4 dead"
 * @param sentence what is wrong, plainly; what is right, where nothing is
 * @param advice what to try; empty where nothing needs doing
 */
public record Verdict(Kind kind, String label, String sentence, String advice) {
    /** What there is to find, and how much it matters; {@link Health} says what each means. */
    public enum Kind {
        HEALTHY(Weight.GOOD),
        LOW(Weight.DOUBTFUL),
        HIGH(Weight.DOUBTFUL),
        SATURATING(Weight.DOUBTFUL),
        PLATEAU(Weight.DOUBTFUL),
        OVERFITTING(Weight.DOUBTFUL),
        TWINS(Weight.BAD),
        DEAD(Weight.BAD),
        VANISHING(Weight.BAD),
        EXPLODING(Weight.BAD),
        DIVERGED(Weight.BAD);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        /** How much it matters. */
        public Weight weight() {
            return weight;
        }
    }

    /** How much a finding matters. */
    public enum Weight {
        GOOD,
        DOUBTFUL,
        BAD
    }
}
