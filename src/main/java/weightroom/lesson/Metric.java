package weightroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A number that is read off a run, such as {@code train-loss} or {@code weight 0/1/b}.
 *
 * @param at what {@code L/U/R} and the like say: whole numbers from 0, {@link #BIAS} for {@code b}
 * @param level of {@code epochs-to}
 */
public record Metric(Kind kind, List<Integer> at, double level) {
    /** Stands for {@code b} in a path. */
    public static final int BIAS = -1;

    public Metric {
        at = List.copyOf(at);
    }

    /** One that is read as it is. */
    public static Metric of(Kind kind) {
        return new Metric(kind, List.of(), Double.NaN);
    }

    /** What has to be said beside the name. */
    public enum Place {
        NOWHERE(""),
        LEVEL("a loss"),
        OUTPUT("R or R/U: the training row, and the output where there are several"),
        UNIT("L/U/R: layer, unit and training row"),
        LINK("L/U/I or L/U/b: layer, unit and input, or b for the bias"),
        LAYER("L: the layer");

        private final String form;

        Place(String form) {
            this.form = form;
        }

        /** For the end of "expected …". */
        String form() {
            return form;
        }
    }

    /** What can be read. */
    public enum Kind {
        TRAIN_LOSS("train-loss", Place.NOWHERE),
        VALIDATION_LOSS("validation-loss", Place.NOWHERE),
        TEST_LOSS("test-loss", Place.NOWHERE),
        PENALTY("penalty", Place.NOWHERE),
        TRAIN_ACCURACY("train-accuracy", Place.NOWHERE),
        VALIDATION_ACCURACY("validation-accuracy", Place.NOWHERE),
        TEST_ACCURACY("test-accuracy", Place.NOWHERE),
        RIGHT("right", Place.NOWHERE),
        EPOCHS("epochs", Place.NOWHERE),
        STEPS("steps", Place.NOWHERE),
        EPOCHS_TO("epochs-to", Place.LEVEL),
        DIVERGED("diverged", Place.NOWHERE),
        OUTPUT("output", Place.OUTPUT),
        SUM("sum", Place.UNIT),
        ACTIVATION("activation", Place.UNIT),
        WEIGHT("weight", Place.LINK),
        LARGEST_WEIGHT("largest-weight", Place.LAYER),
        ZEROS("zeros", Place.NOWHERE),
        PARAMETERS("parameters", Place.NOWHERE),
        GRADIENT("gradient", Place.LAYER),
        SATURATED("saturated", Place.LAYER),
        DEAD("dead", Place.LAYER);

        private final String id;
        private final Place place;

        Kind(String id, Place place) {
            this.id = id;
            this.place = place;
        }

        public String id() {
            return id;
        }

        public Place place() {
            return place;
        }

        /** Whether it is measured after every epoch, so that it has a curve. */
        public boolean hasHistory() {
            return this == TRAIN_LOSS || this == VALIDATION_LOSS || this == TEST_LOSS;
        }

        static Optional<Kind> byId(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }

        static List<String> ids() {
            return Arrays.stream(values()).map(Kind::id).toList();
        }
    }

    /** As lessons write it. */
    @Override
    public String toString() {
        if (kind.place() == Place.NOWHERE) {
            return kind.id();
        }
        String where = kind.place() == Place.LEVEL
                ? Double.toString(level)
                : at.stream().map(i -> i == BIAS ? "b" : i.toString()).collect(Collectors.joining("/"));
        return kind.id() + " " + where;
    }
}
