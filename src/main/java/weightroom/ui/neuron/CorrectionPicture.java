package weightroom.ui.neuron;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.data.Plane;
import weightroom.engine.Rows;
import weightroom.plot.ChangePlot;
import weightroom.plot.CorrectionPlot;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The perceptron rule, one correction at a time: the plane with the line and its arrow, and the numbers of this step. */
public final class CorrectionPicture extends PlanePicture {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final RunModel run;
    private final CorrectionModel model;
    private final CorrectionPlot plane = new CorrectionPlot();
    private final ChangePlot bars = new ChangePlot();
    private final Label counts;
    private final Label verdict = Controls.label("", "correction-verdict");
    private final Label numbers = Controls.label("", "neuron-sum");
    private final Button back;
    private final Button sample;
    private final Button mistake;
    private final Button play;
    private boolean covered;

    public CorrectionPicture(RunModel run) {
        this(run, Controls.label("", "secondary", "correction-counts"));
    }

    private CorrectionPicture(RunModel run, Label counts) {
        super(run, "correction", "correction-picture", counts);
        this.run = run;
        this.counts = counts;
        model = new CorrectionModel(run);
        plane.setId("correction-plot");
        plane.setMinSize(0, 120);
        plane.setWords(new CorrectionPlot.Words(
                Messages.text("correction.weights"),
                Messages.text("correction.change"),
                Messages.text("correction.after"),
                Messages.text("correction.nearest"),
                Messages.text("correction.margin")));
        bars.setId("correction-bars");
        bars.setMinSize(0, 80);
        StackPane stack = new StackPane(plane, bars);
        stack.setMinSize(0, 0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        back = button("back", Feather.SKIP_BACK, model::back);
        sample = button("sample", Feather.SKIP_FORWARD, model::nextSample);
        mistake = button("mistake", Feather.FAST_FORWARD, model::nextMistake);
        play = button("play", Feather.PLAY, run::togglePlay);
        FlowPane bar = new FlowPane(back, sample, mistake, play);
        bar.getStyleClass().add("correction-bar");
        run.playing().addListener((observable, before, after) -> showPlaying());
        showPlaying();
        counts.setId("correction-counts");
        counts.setWrapText(true);
        verdict.setId("correction-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        numbers.setId("correction-numbers");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        fill(stack, verdict, numbers, bar);
    }

    @Override
    void unseen() {
        model.close();
    }

    @Override
    public void setCovered(boolean wanted) {
        if (covered != wanted) {
            covered = wanted;
            refresh();
        }
    }

    private static Button button(String name, Feather icon, Runnable action) {
        Button button = new Button(Messages.text("correction." + name), new FontIcon(icon));
        button.setId("correction-" + name);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text("correction." + name + ".help"));
        return button;
    }

    private void showPlaying() {
        boolean playing = run.playing().get();
        play.setText(Messages.text(playing ? "correction.pause" : "correction.play"));
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
    }

    @Override
    void draw(Snapshot now) {
        model.accept(now);
        refuse(model.refusal());
        counts.setText(model.counts());
        model.correction().map(this::uncovered).ifPresent(correction -> {
            boolean flat = correction.neuron().inputs().length == 2;
            present(plane, flat);
            present(bars, !flat);
            if (flat) {
                drawPlane(correction);
            } else {
                drawBars(correction);
            }
            write(correction);
            back.setDisable(!model.canGoBack());
            mistake.setDisable(!now.playing() && !model.hasNextMistake());
        });
    }

    /** While it is covered, nothing is corrected. */
    private Correction uncovered(Correction correction) {
        Neuron neuron = correction.neuron();
        return covered
                ? new Correction(correction.row(), neuron, neuron.weights(), neuron.bias(), correction.rate())
                : correction;
    }

    private void write(Correction correction) {
        if (covered) {
            numbers.setText(Messages.text("correction.turn", correction.rowText()) + "\nz = "
                    + correction.neuron().productsText() + " = ?");
            say(Messages.text("correction.covered"), false, false);
            return;
        }
        CorrectionModel.Standing standing = model.standing();
        String row = Messages.text("correction.turn", correction.rowText()) + "\n" + correction.answerText() + "\n";
        numbers.setText(row + (correction.wrong() ? correction.changeText() + "\n" : "") + correction.weightsText());
        String said = correction.wrong() ? "correction.wrong" : "correction.right";
        String key = standing == CorrectionModel.Standing.DONE
                ? "correction.done"
                : standing == CorrectionModel.Standing.ALL_RIGHT ? "correction.all" : said;
        say(Messages.text(key), correction.wrong(), standing != CorrectionModel.Standing.LEARNING);
    }

    private void say(String what, boolean wrong, boolean right) {
        verdict.setText(what);
        verdict.pseudoClassStateChanged(WRONG, wrong);
        verdict.pseudoClassStateChanged(RIGHT, right);
        String told = Messages.text("correction.plot", numbers.getText(), verdict.getText());
        plane.setAccessibleText(told);
        bars.setAccessibleText(told);
    }

    private void drawPlane(Correction correction) {
        Rows rows = model.train();
        float[] outputs = model.outputs();
        int n = rows.count();
        float[] xs = new float[n];
        float[] ys = new float[n];
        boolean[] positive = new boolean[n];
        boolean[] wrong = new boolean[n];
        for (int i = 0; i < n; i++) {
            xs[i] = rows.inputs()[2 * i];
            ys[i] = rows.inputs()[2 * i + 1];
            positive[i] = rows.targets()[i] > 0;
            wrong[i] = !covered && outputs[i] != rows.targets()[i];
        }
        Neuron neuron = correction.neuron();
        Plane region = model.plane();
        plane.setRegion(new CorrectionPlot.Region(region.low1(), region.high1(), region.low2(), region.high2()));
        plane.setNames(neuron.names().get(0), neuron.names().get(1));
        plane.setCovered(covered);
        plane.setSituation(new CorrectionPlot.Situation(
                xs,
                ys,
                positive,
                wrong,
                correction.row(),
                new CorrectionPlot.Line(neuron.weights()[0], neuron.weights()[1], neuron.bias()),
                new CorrectionPlot.Line(
                        correction.weightsAfter()[0], correction.weightsAfter()[1], correction.biasAfter()),
                covered ? Double.NaN : model.nearest()));
    }

    private void drawBars(Correction correction) {
        Neuron neuron = correction.neuron();
        List<ChangePlot.Change> changes = new ArrayList<>();
        for (int i = 0; i < neuron.names().size(); i++) {
            changes.add(new ChangePlot.Change(
                    neuron.names().get(i), neuron.weights()[i], correction.weightsAfter()[i]));
        }
        changes.add(new ChangePlot.Change(Messages.text("neuron.bias"), neuron.bias(), correction.biasAfter()));
        bars.setChanges(changes);
    }
}
