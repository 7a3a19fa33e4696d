package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.arithmetic.Reckoning;
import weightroom.engine.Optimizer;
import weightroom.engine.WrittenRule.Part;
import weightroom.formula.Formula;
import weightroom.formula.FormulaParser;
import weightroom.plot.Numbers;
import weightroom.plot.formula.FormulaView;
import weightroom.surface.Algebra;
import weightroom.surface.Moment;
import weightroom.surface.Surface;
import weightroom.surface.Verdict;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.prose.DisplayFormula;

/** What became of the chosen ball, in a sentence, and the algebra of its next step. */
final class AlgebraPanel extends VBox {
    /** Letters of LaTeX from which a formula is set in pieces that stand on as many lines as they need. */
    private static final int LONG = 90;

    private final SurfaceModel model;
    private final Label sentence = Controls.label("", "surface-verdict");
    private final Label title = Controls.label("", "title");
    private final Label precision = Controls.label(Messages.text("surface.algebra.precision"), "hint");
    private final VBox lines = new VBox();
    private final ScrollPane scroll;

    AlgebraPanel(SurfaceModel model) {
        this.model = model;
        getStyleClass().add("surface-algebra");
        sentence.setId("surface-verdict");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        title.setId("algebra-title");
        title.setMinHeight(USE_PREF_SIZE);
        Controls.explain(title, Messages.text("surface.algebra.help"));
        precision.setWrapText(true);
        precision.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().add("algebra-lines");
        lines.setId("algebra-lines");
        scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("algebra-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(sentence, title, scroll, precision);
    }

    /** Says what became of the ball. */
    void showSentence() {
        boolean none = model.shown().isEmpty();
        Optimizer chosen = model.chosen();
        String text = none ? Messages.text("surface.over.none") : VerdictWords.of(chosen, model.verdict(chosen));
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
        }
        title.setText(Messages.text(
                "surface.algebra",
                Numbers.count(model.walk(chosen).at(model.at()).step() + 1L),
                chosen.label()));
    }

    /** Whether steps come so slowly that their numbers can be read; else it says that they come with a pause. */
    void setReadable(boolean readable) {
        if (scroll.isVisible() != readable) {
            scroll.setVisible(readable);
            precision.setText(Messages.text(readable ? "surface.algebra.precision" : "surface.algebra.pause"));
        }
    }

    /** Works out the step. */
    void showAlgebra() {
        Optimizer chosen = model.chosen();
        Verdict verdict = model.verdict(chosen);
        if (model.shown().isEmpty() || verdict.ended()) {
            lines.getChildren().setAll(Controls.label(Messages.text("surface.algebra.none"), "secondary"));
            return;
        }
        Moment now = model.walk(chosen).at(model.at());
        Algebra algebra = Algebra.of(model.surface(), model.ball(chosen), now);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < algebra.lines().size(); i++) {
            Algebra.Line line = algebra.lines().get(i);
            if (i == 0 || line.part() != algebra.lines().get(i - 1).part()) {
                nodes.add(name(line.part()));
            }
            nodes.add(line(line));
        }
        lines.getChildren().setAll(nodes);
    }

    private static Node name(Part part) {
        String key = "surface.part." + part.name().toLowerCase(Locale.ROOT);
        Label name = Controls.label(Messages.text(key), "hint", "algebra-part");
        Controls.explain(name, Messages.text(key + ".help"));
        return name;
    }

    private Node line(Algebra.Line line) {
        Surface surface = model.surface();
        Reckoning x = line.x();
        Reckoning y = line.y();
        VBox box = new VBox();
        box.getStyleClass().add("algebra-line");
        boolean oneFormula = x.formula().equals(y.formula());
        if (oneFormula) {
            box.getChildren().add(formula(x.symbol() + " \\gets " + x.formula()));
        }
        if (line.part() == Part.COEFFICIENT) {
            box.getChildren().add(numbers(x.symbol(), x, true));
        } else {
            box.getChildren()
                    .addAll(
                            numbers(left(surface.nameX(), x), x, oneFormula),
                            numbers(left(surface.nameY(), y), y, oneFormula));
        }
        return box;
    }

    /** What stands left of the sign of equality: the symbol, with the coordinate that it belongs to. */
    private static String left(String name, Reckoning line) {
        if (line.symbol().equals("\\theta")) {
            return name;
        }
        boolean marked = line.symbol().contains("_") || line.symbol().contains("{");
        return marked ? name + ":\\; " + line.symbol() : line.symbol() + "_" + name;
    }

    private static Node numbers(String left, Reckoning line, boolean formulaAbove) {
        String result = line.result().latex();
        String numbers = (line.numbers().equals(result) ? "" : " = " + line.numbers()) + " = " + result;
        String symbols = left + (formulaAbove ? "" : " = " + line.formula());
        boolean apart = !formulaAbove && (symbols + numbers).length() >= LONG;
        Node node = apart ? new VBox(formula(symbols), formula(numbers)) : formula(symbols + numbers);
        node.getStyleClass().add("algebra-numbers");
        return node;
    }

    private static Node formula(String latex) {
        Formula formula = FormulaParser.parse(latex);
        if (latex.length() < LONG) {
            return new DisplayFormula(formula);
        }
        FlowPane pieces = new FlowPane();
        pieces.setRowValignment(VPos.BASELINE);
        pieces.getStyleClass().add("algebra-pieces");
        pieces.getChildren().addAll(FormulaView.pieces(formula));
        return pieces;
    }
}
