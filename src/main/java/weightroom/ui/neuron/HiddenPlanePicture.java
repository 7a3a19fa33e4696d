package weightroom.ui.neuron;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.data.Plane;
import weightroom.engine.Rows;
import weightroom.plot.CorrectionPlot;
import weightroom.plot.FoldPlot;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** What a hidden layer of two units makes of the input plane: a sheet that is bent until a line can cut it. */
public final class HiddenPlanePicture extends PlanePicture {
    private static final Duration BENDING = Duration.seconds(1.6);
    /** More names than these would hide the picture. */
    private static final int MOST_NAMES = 8;

    private final RunModel run;
    private final HiddenPlaneModel model;
    private final FoldPlot plot = new FoldPlot();
    private final Slider stage = new Slider(0, 1, 1);
    private final Button fold = new Button(Messages.text("hidden.unfold"), new FontIcon(Feather.SHUFFLE));
    private final Label answer;
    private Optional<Animation> bending = Optional.empty();

    public HiddenPlanePicture(RunModel run) {
        this(run, Controls.label("", "secondary", "hidden-answer"));
    }

    private HiddenPlanePicture(RunModel run, Label answer) {
        super(run, "hidden", "hidden-plane-picture", answer);
        this.run = run;
        this.answer = answer;
        model = new HiddenPlaneModel(run);
        plot.setId("hidden-plane-plot");
        plot.setMinSize(0, 120);
        plot.setStage(1);
        plot.setWords(new FoldPlot.Words(Messages.text("hidden.cut"), Messages.text("hidden.wrong")));
        VBox.setVgrow(plot, Priority.ALWAYS);
        stage.setId("hidden-stage");
        stage.setBlockIncrement(0.1);
        stage.setAccessibleText(Messages.text("hidden.stage"));
        Controls.explain(stage, Messages.text("hidden.stage.help"));
        stage.valueProperty().addListener((observable, before, after) -> bend());
        HBox.setHgrow(stage, Priority.ALWAYS);
        fold.setId("hidden-fold");
        fold.setMinWidth(USE_PREF_SIZE);
        fold.setOnAction(event -> play());
        Controls.explain(fold, Messages.text("hidden.fold.help"));
        Label left = Controls.label(Messages.text("hidden.inputs"), "hint");
        Label right = Controls.label(Messages.text("hidden.activations"), "hint");
        left.setMinWidth(USE_PREF_SIZE);
        right.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(fold, left, stage, right);
        bar.getStyleClass().add("hidden-bar");
        answer.setId("hidden-answer");
        fill(plot, bar);
    }

    @Override
    void unseen() {
        bending.ifPresent(Animation::stop);
    }

    /** Bends the sheet, or flattens it where it is bent; at once where nothing is to move by itself. */
    private void play() {
        bending.ifPresent(Animation::stop);
        double end = stage.getValue() > 0.5 ? 0 : 1;
        if (run.options().reducedMotion().get()) {
            stage.setValue(end);
            return;
        }
        KeyValue value = new KeyValue(stage.valueProperty(), end, Interpolator.EASE_BOTH);
        Timeline timeline = new Timeline(new KeyFrame(BENDING, value));
        bending = Optional.of(timeline);
        timeline.play();
    }

    private void bend() {
        plot.setStage(stage.getValue());
        fold.setText(Messages.text(stage.getValue() > 0.5 ? "hidden.unfold" : "hidden.fold"));
    }

    @Override
    void draw(Snapshot now) {
        model.accept(now);
        refuse(model.refusal());
        answer.setText("");
        if (!model.ready()) {
            return;
        }
        HiddenPlaneModel.Places sheet = model.sheet();
        HiddenPlaneModel.Places points = model.points();
        HiddenPlaneModel.Cut cut = model.cut();
        plot.setFrames(
                frame(model.inputNames(), model.inputPlane()),
                frame(
                        List.of(Messages.text("hidden.unit.1"), Messages.text("hidden.unit.2")),
                        model.hiddenPlane(sheet)));
        float[] answers = new float[sheet.outputs().length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = (float) model.answer(sheet.outputs()[i]);
        }
        plot.setSheet(
                new FoldPlot.Sheet(HiddenPlaneModel.SIDE, sheet.xs(), sheet.ys(), sheet.toXs(), sheet.toYs(), answers),
                points(points),
                new CorrectionPlot.Line(cut.v1(), cut.v2(), cut.bias()));
        String right = Messages.text(
                "hidden.right",
                Numbers.count(model.right()),
                Numbers.count(model.train().count()));
        answer.setText(right);
        plot.setAccessibleText(Messages.text("hidden.plot", right));
    }

    private FoldPlot.Points points(HiddenPlaneModel.Places points) {
        Rows rows = model.train();
        int n = rows.count();
        boolean[] positive = new boolean[n];
        boolean[] wrong = new boolean[n];
        String[] names = new String[n > MOST_NAMES ? 0 : n];
        for (int i = 0; i < n; i++) {
            positive[i] = model.answer(rows.targets()[i]) > 0;
            wrong[i] = model.isWrong(points.outputs()[i], i);
            if (i < names.length) {
                names[i] = "(%s, %s) → %s"
                        .formatted(
                                Neuron.number(points.xs()[i]),
                                Neuron.number(points.ys()[i]),
                                Neuron.number(rows.targets()[i]));
            }
        }
        return new FoldPlot.Points(points.xs(), points.ys(), points.toXs(), points.toYs(), positive, wrong, names);
    }

    private static FoldPlot.Frame frame(List<String> names, Plane plane) {
        return new FoldPlot.Frame(names.get(0), names.get(1), plane.low1(), plane.high1(), plane.low2(), plane.high2());
    }
}
