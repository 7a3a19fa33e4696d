package weightroom.ui.controls;

import weightroom.engine.Plan;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.RunModel;

/** How many rows a step takes, up to all of them. */
final class BatchRow {
    /** The right end of the slider stands for all rows. */
    private static final int ALL_ROWS = 513;

    private final RunModel model;
    private final NumberRow row;

    BatchRow(RunModel model) {
        this.model = model;
        row = new NumberRow(
                "batch",
                Messages.text("batch"),
                Explained.help("batch.help", Setting.Effect.LIVE),
                Reach.counts(1, ALL_ROWS),
                new Words(),
                this::set);
    }

    NumberRow node() {
        return row;
    }

    void show(Experiment experiment) {
        int size = experiment.training().batch();
        row.show(size == Plan.FULL ? Double.POSITIVE_INFINITY : size);
    }

    private void set(double size) {
        boolean full = size == ALL_ROWS || Double.isInfinite(size);
        model.change(now -> now.withTraining(now.training().withBatch(full ? Plan.FULL : (int) Math.rint(size))));
    }

    /** Rows per step; all of them are <i>full</i>. */
    private static final class Words implements NumberWords {
        @Override
        public String text(double number) {
            return Double.isInfinite(number) ? Messages.text("batch.full") : Numbers.significant(number, 9);
        }

        @Override
        public double number(String text) {
            return text.strip().equalsIgnoreCase(Messages.text("batch.full"))
                    ? Double.POSITIVE_INFINITY
                    : NumberWords.super.number(text);
        }
    }
}
