package weightroom.ui.charts;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import weightroom.plot.Gauge;
import weightroom.plot.Ink;
import weightroom.plot.Numbers;
import weightroom.run.LayerInsight;
import weightroom.run.Verdict;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;

/** What one layer is like, in a row of the health strip: numbers, gauges, and a verdict in words. */
final class HealthRow {
    /** Where updates are neither too timid nor too wild, in relation to the weights. */
    static final double BAND_LOW = 3e-4;

    static final double BAND_HIGH = 3e-3;
    static final double BAND_MARK = 1e-3;

    /** Room for "1.2e−10". */
    private static final double NUMBER_WIDTH = 52;

    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Label name = Controls.label("", "strong");
    private final Gauge gradient = Gauge.decades(1e-5, 1, Ink.BACKWARD);
    private final Label gradientNumber = number();
    private final Label saturated = number();
    private final Label dead = number();
    private final Gauge ratio = Gauge.band(1e-5, 1e-1, BAND_LOW, BAND_HIGH, BAND_MARK);
    private final Label ratioNumber = number();
    private final Region dot = new Region();
    private final Label word = new Label();

    HealthRow(int layer) {
        word.setId("verdict-" + layer);
        gradientNumber.setId("gradient-" + layer);
        saturated.setId("saturated-" + layer);
        dead.setId("dead-" + layer);
        ratioNumber.setId("ratio-" + layer);
        dot.getStyleClass().add("dot");
        word.setMinWidth(0);
        gradientNumber.setAlignment(Pos.CENTER_RIGHT);
        ratioNumber.setAlignment(Pos.CENTER_RIGHT);
    }

    /** Puts the row into a grid. */
    void addTo(GridPane grid, int row) {
        HBox verdict = new HBox(dot, word);
        verdict.setAlignment(Pos.CENTER_LEFT);
        verdict.getStyleClass().add("verdict");
        List<Node> cells = List.of(
                name,
                gradient,
                steady(gradientNumber),
                steady(saturated),
                steady(dead),
                ratio,
                steady(ratioNumber),
                verdict);
        for (int column = 0; column < cells.size(); column++) {
            grid.add(cells.get(column), column, row);
        }
    }

    void show(String layer, LayerInsight now, Verdict verdict) {
        set(name, layer);
        gradient.setValue(now.gradient());
        set(gradientNumber, Words.scientific(now.gradient()));
        set(saturated, share(now.saturated()));
        set(dead, share(now.dead()));
        ratio.setValue(now.updateRatio());
        set(ratioNumber, Words.scientific(now.updateRatio()));
        saturated.pseudoClassStateChanged(WARN, verdict.kind() == Verdict.Kind.SATURATING);
        dead.pseudoClassStateChanged(BAD, now.dead() > 0 && verdict.kind() == Verdict.Kind.DEAD);
        if (!verdict.label().equals(word.getText())) {
            word.setText(verdict.label());
            dot.getStyleClass().setAll("dot", style(verdict.kind().weight()));
        }
        String meaning = verdict.advice().isEmpty()
                ? verdict.sentence()
                : Messages.text("health.both", verdict.sentence(), verdict.advice());
        if (!meaning.equals(word.getAccessibleHelp())) {
            Controls.explain(word, meaning);
        }
    }

    /** The colour of a dot. */
    static String style(Verdict.Weight weight) {
        return switch (weight) {
            case GOOD -> "ok";
            case DOUBTFUL -> "warn";
            case BAD -> "bad";
        };
    }

    private static String share(double share) {
        return Double.isNaN(share) ? Numbers.NONE : Messages.text("percent", Numbers.fixed(100 * share, 0));
    }

    private static Node steady(Label number) {
        return new Steady(number, NUMBER_WIDTH);
    }

    private static Label number() {
        return Controls.label("", "value");
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.pseudoClassStateChanged(PseudoClass.getPseudoClass("none"), text.equals(Numbers.NONE));
        }
    }
}
