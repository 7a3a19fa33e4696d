package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.Optimizer;
import weightroom.formula.FormulaParser;
import weightroom.plot.Numbers;
import weightroom.surface.Algebra;
import weightroom.surface.Moment;
import weightroom.surface.Surface;
import weightroom.surface.Verdict;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.prose.DisplayFormula;

/** What became of the chosen ball, in a sentence, and the algebra of its next step. */
final class AlgebraPanel extends VBox {
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
        String text = none
                ? Messages.text("surface.over.none")
                : VerdictWords.of(chosen, model.verdict(chosen));
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
        }
        title.setText(Messages.text(
                "surface.algebra", Numbers.count(model.walk(chosen).at(model.at()).step() + 1L), chosen.label()));
    }

    /** Whether steps come so slowly that their numbers can be read; else it says that they come with a pause. */
    void setReadable(boolean readable) {
        scroll.setVisible(readable);
        precision.setText(Messages.text(readable ? "surface.algebra.precision" : "surface.algebra.pause"));
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
        lines.getChildren()
                .setAll(algebra.lines().stream().map(this::line).toList());
    }

    private Node line(Algebra.Line line) {
        String part = "surface.part." + line.part().name().toLowerCase(Locale.ROOT);
        Label name = Controls.label(Messages.text(part), "hint");
        Controls.explain(name, Messages.text(part + ".help"));
        List<Node> nodes = new ArrayList<>(List.of(name));
        Surface surface = model.surface();
        boolean same = line.x().formula().equals(line.y().formula());
        if (same) {
            nodes.add(formula(line.x().symbol() + " \\gets " + line.x().formula()));
        }
        nodes.add(numbers(surface.nameX(), line.x(), same));
        nodes.add(numbers(surface.nameY(), line.y(), same));
        VBox box = new VBox(nodes.toArray(new Node[0]));
        box.getStyleClass().add("algebra-line");
        return box;
    }

    private static Node numbers(String name, Algebra.Reckoning line, boolean same) {
        String left = line.symbol().equals("\\theta") ? name : line.symbol() + "_" + name;
        if (line.symbol().contains("_") || line.symbol().contains("{")) {
            left = name + ":\\; " + line.symbol();
        }
        String symbols = same ? "" : line.formula() + " = ";
        String numbers = line.numbers().equals(line.result()) ? "" : line.numbers() + " = ";
        Node formula = formula(left + " = " + symbols + numbers + line.result());
        formula.getStyleClass().add("algebra-numbers");
        return formula;
    }

    private static Node formula(String latex) {
        return new DisplayFormula(FormulaParser.parse(latex));
    }
}
