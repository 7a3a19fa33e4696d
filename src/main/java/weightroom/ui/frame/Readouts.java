package weightroom.ui.frame;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import weightroom.plot.Numbers;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;

/** Three counters and two losses, of the moment that the run stands at. */
final class Readouts {
    private static final PseudoClass TRAVELLED = PseudoClass.getPseudoClass("travelled");

    private final Label epoch = value("counter-epoch", "counter");
    private final Label step = value("counter-step", "counter");
    private final Label samples = value("counter-samples", "counter");
    private final Label train = value("loss-train", "loss");
    private final Label test = value("loss-test", "loss");
    private String explained = "";

    List<Node> counters() {
        return List.of(
                readout("epoch", name("epoch"), epoch, 64),
                readout("step.count", name("step.count"), step, 80),
                readout("samples", name("samples"), samples, 96));
    }

    /** Each beside the line that stands for it in plots. */
    List<Node> losses() {
        return List.of(
                readout("loss.train", new HBox(6, sample("train-line"), name("loss.train")), train, 84),
                readout("loss.test", new HBox(6, sample("test-line"), name("loss.test")), test, 84));
    }

    void show(Snapshot now) {
        long at = now.state().step();
        epoch.setText(Numbers.count(now.epoch()));
        step.setText(Numbers.count(at));
        samples.setText(Numbers.count(now.samples()));
        History history = now.history();
        int point = history.countUpTo(at) - 1;
        boolean diverged = now.divergence().isPresent();
        boolean travelled = at < now.timeline().latest().step();
        show(train, point < 0 ? Double.NaN : history.train(point), diverged, travelled);
        show(test, point < 0 ? Double.NaN : history.test(point), diverged, travelled);
        explain(diverged, travelled);
    }

    private static void show(Label label, double loss, boolean diverged, boolean travelled) {
        label.setText(diverged ? Messages.text("diverged") : Numbers.loss(loss));
        label.pseudoClassStateChanged(TRAVELLED, travelled && !diverged);
        label.getStyleClass().remove("bad");
        if (diverged) {
            label.getStyleClass().add("bad");
        }
    }

    private void explain(boolean diverged, boolean travelled) {
        String state = diverged ? "loss.diverged" : travelled ? "loss.travelled" : "";
        if (!state.equals(explained)) {
            explained = state;
            String more = state.isEmpty() ? "" : "\n" + Messages.text(state);
            Controls.explain(train, Messages.text("loss.train.help") + more);
            Controls.explain(test, Messages.text("loss.test.help") + more);
        }
    }

    private static Label value(String id, String style) {
        Label label = Controls.label("", style);
        label.setId(id);
        return label;
    }

    private static Label name(String key) {
        Label name = Controls.label(Messages.text(key), "hint");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Controls.explain(name, Messages.text(key + ".help"));
        return name;
    }

    private static Node readout(String key, Node name, Label value, double width) {
        Controls.explain(value, Messages.text(key + ".help"));
        VBox readout = new VBox(name, new Steady(value, width));
        readout.getStyleClass().add("readout");
        return readout;
    }

    private static Node sample(String style) {
        Line line = new Line(0, 0, 16, 0);
        line.getStyleClass().add(style);
        HBox box = new HBox(line);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
