package weightroom.race;

import java.util.Arrays;
import java.util.Optional;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.experiment.Setup;

/** What is measured of every entrant after every epoch. */
public enum Figure {
    /** Mean data loss of the training rows. */
    TRAIN_LOSS("train-loss", true) {
        @Override
        public double of(Measurement measured) {
            return measured.train();
        }
    },
    /** Mean data loss of the validation rows; NaN where there are none. */
    VALIDATION_LOSS("validation-loss", true) {
        @Override
        public double of(Measurement measured) {
            return measured.validation();
        }
    },
    /** Mean data loss of the test rows; NaN where there are none. */
    TEST_LOSS("test-loss", true) {
        @Override
        public double of(Measurement measured) {
            return measured.test();
        }
    },
    /** Share of the training rows answered right, 0 to 1; NaN for a regression. */
    TRAIN_ACCURACY("train-accuracy", false) {
        @Override
        public double of(Measurement measured) {
            return measured.accuracy().train();
        }
    },
    /** Share of the validation rows answered right, 0 to 1. */
    VALIDATION_ACCURACY("validation-accuracy", false) {
        @Override
        public double of(Measurement measured) {
            return measured.accuracy().validation();
        }
    },
    /** Share of the test rows answered right, 0 to 1. */
    TEST_ACCURACY("test-accuracy", false) {
        @Override
        public double of(Measurement measured) {
            return measured.accuracy().test();
        }
    };

    private final String id;
    private final boolean lowerIsBetter;

    Figure(String id, boolean lowerIsBetter) {
        this.id = id;
        this.lowerIsBetter = lowerIsBetter;
    }

    /** As in {@code --target train-loss=0.05}. */
    public String id() {
        return id;
    }

    public boolean lowerIsBetter() {
        return lowerIsBetter;
    }

    /** Whether an experiment has rows, and answers, of which it can be measured. */
    public boolean isThereIn(Setup setup) {
        Split split = setup.data().get(0);
        boolean classes = lowerIsBetter || setup.task().classes() > 0;
        Rows rows = id.startsWith("train") ? split.train() : id.startsWith("test") ? split.test() : split.validation();
        return classes && !rows.isEmpty();
    }

    /** Its value in a measurement. */
    public abstract double of(Measurement measured);

    /** The figure with this id. */
    public static Optional<Figure> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
