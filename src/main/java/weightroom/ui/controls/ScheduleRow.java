package weightroom.ui.controls;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import weightroom.engine.Schedule;
import weightroom.experiment.Experiment;
import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.TrainingSpec;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RateCurve;
import weightroom.ui.model.RunModel;

/** How the learning rate changes, with its curve over the epochs of the run and the numbers of the rule. */
final class ScheduleRow extends VBox {
    private static final int POINTS = 49;

    private final Choice<Schedule> schedules;
    private final KnobRows knobs;
    private final CurveShape small = new CurveShape(28, 14);
    private final CurveShape large = new CurveShape(120, 40);

    ScheduleRow(RunModel model) {
        schedules = new Choice<>(
                "schedule",
                Messages.text("schedule"),
                List.of(Schedule.values()),
                chosen -> model.change(now -> Changes.withSchedule(now, chosen)));
        knobs = new KnobRows(
                model,
                setting -> setting.path().startsWith("training.schedule.")
                        && !setting.path().endsWith(".id")
                        && !setting.path().endsWith(".warm-up"));
        large.getStyleClass().add("rate-curve");
        large.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(schedules.row(), large, knobs);
    }

    void show(Experiment experiment) {
        TrainingSpec training = experiment.training();
        ScheduleSpec spec = training.schedule();
        double[] curve = RateCurve.of(training, POINTS);
        small.show(curve);
        large.show(curve);
        schedules.show(spec.schedule());
        schedules.combo().setButtonCell(new Summary(spec, small));
        boolean moves = spec.schedule().varies() || spec.warmUp() > 0;
        SettingRows.present(large, moves);
        knobs.show(experiment, spec.schedule().id());
    }

    /** As in <i>Step at 320, ×0.4</i>. */
    private static String summary(ScheduleSpec spec) {
        List<Double> knobs = spec.knobs();
        return spec.schedule() == Schedule.STEP
                ? Messages.text(
                        "schedule.step", Numbers.significant(knobs.get(1), 4), Numbers.significant(knobs.get(0), 3))
                : spec.schedule().label();
    }

    private static final class Summary extends ListCell<Schedule> {
        private final String text;
        private final CurveShape curve;

        Summary(ScheduleSpec spec, CurveShape curve) {
            this.text = summary(spec);
            this.curve = curve;
        }

        @Override
        protected void updateItem(Schedule schedule, boolean empty) {
            super.updateItem(schedule, empty);
            setText(empty ? "" : text);
            setGraphic(empty ? null : curve);
        }
    }
}
