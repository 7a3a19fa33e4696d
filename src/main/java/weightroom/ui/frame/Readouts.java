package weightroom.ui.frame;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Steady;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Readings.State;

/** Three counters and two losses, of the moment that is shown. */
final class Readouts {
    private static final PseudoClass TRAVELLED = PseudoClass.getPseudoClass("travelled");

    private static final List<Double> COUNTER_WIDTHS = List.of(64.0, 80.0, 96.0);
    private static final double LOSS_WIDTH = 84;

    private final List<Label> counterNames = List.of(name(), name(), name());
    private final List<Label> counters = List.of(
            value("counter-epoch", "counter"), value("counter-step", "counter"), value("counter-samples", "counter"));
    private final List<Label> lossNames = List.of(name(), name());
    private final List<Label> losses = List.of(value("loss-train", "loss"), value("loss-test", "loss"));
    private final List<Line> samples = List.of(new Line(0, 0, 16, 0), new Line(0, 0, 16, 0));
    private List<String> explained = List.of();

    List<Node> counters() {
        return IntStream.range(0, counters.size())
                .mapToObj(i -> readout(counterNames.get(i), counters.get(i), COUNTER_WIDTHS.get(i)))
                .toList();
    }

    /** Each beside the line that stands for it in plots. */
    List<Node> losses() {
        return IntStream.range(0, losses.size())
                .mapToObj(i -> readout(new HBox(6, box(samples.get(i)), lossNames.get(i)), losses.get(i), LOSS_WIDTH))
                .toList();
    }

    void show(Readings now) {
        for (int i = 0; i < counters.size(); i++) {
            counters.get(i).setText(now.counters().get(i).text());
        }
        for (int i = 0; i < losses.size(); i++) {
            show(losses.get(i), now.losses().get(i));
        }
        List<String> helps = Stream.concat(
                        now.counters().stream().map(Counter::help),
                        now.losses().stream().map(Loss::help))
                .toList();
        if (!helps.equals(explained)) {
            explained = helps;
            explain(now);
        }
    }

    private static void show(Label label, Loss loss) {
        label.setText(loss.text());
        label.pseudoClassStateChanged(TRAVELLED, loss.state() == State.TRAVELLED);
        label.getStyleClass().remove("bad");
        if (loss.state() == State.DIVERGED) {
            label.getStyleClass().add("bad");
        }
    }

    private void explain(Readings now) {
        for (int i = 0; i < counters.size(); i++) {
            Counter counter = now.counters().get(i);
            counterNames.get(i).setText(counter.name());
            Controls.explain(counterNames.get(i), counter.help());
            Controls.explain(counters.get(i), counter.help());
        }
        for (int i = 0; i < losses.size(); i++) {
            Loss loss = now.losses().get(i);
            lossNames.get(i).setText(loss.name());
            samples.get(i).getStyleClass().setAll(loss.line());
            Controls.explain(lossNames.get(i), loss.help());
            Controls.explain(losses.get(i), loss.help());
        }
    }

    private static Label value(String id, String style) {
        Label label = Controls.label("", style);
        label.setId(id);
        return label;
    }

    private static Label name() {
        Label name = Controls.label("", "hint");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static Node readout(Node name, Label value, double width) {
        VBox readout = new VBox(name, new Steady(value, width));
        readout.getStyleClass().add("readout");
        return readout;
    }

    private static Node box(Line line) {
        HBox box = new HBox(line);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
