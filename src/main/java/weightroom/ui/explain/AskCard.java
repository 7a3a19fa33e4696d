package weightroom.ui.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.arithmetic.Shown;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Section;
import weightroom.explain.Symbols;
import weightroom.formula.FormulaParser;
import weightroom.plot.formula.FormulaView;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The question before a number is shown: what it is, its formula where that is wanted, a field, and what is said to it. */
final class AskCard extends VBox implements ExplainPane {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ExplainModel model;
    private final AskModel ask;
    private final Label question = Controls.label("", "title");
    private final Label where = Controls.label("", "hint");
    private final TextField field = new TextField();
    private final ToggleButton help = new ToggleButton(Messages.text("explain.ask.formula"));
    private final Button check = new Button(Messages.text("explain.ask.check"));
    private final Button show = new Button(Messages.text("explain.ask.show"));
    private final Label said = Controls.label("", "ask-said");
    private final Label score = Controls.label("", "hint");
    private final StackPane formula = new StackPane();
    private Optional<AskModel.State> shown = Optional.empty();

    AskCard(ExplainModel model, AskModel ask) {
        this.model = model;
        this.ask = ask;
        setId("ask-card");
        getStyleClass().add("ask-card");
        question.setId("ask-question");
        question.setMinWidth(USE_PREF_SIZE);
        question.setLabelFor(field);
        field.setId("ask-field");
        field.setPromptText(Messages.text("explain.ask.prompt"));
        field.setPrefColumnCount(9);
        field.setOnAction(event -> answer());
        Controls.explain(field, Messages.text("explain.ask.field.help"));
        check.getStyleClass().add("accent");
        check.setOnAction(event -> answer());
        show.setOnAction(event -> ask.showIt());
        help.selectedProperty().addListener((observable, before, after) -> showFormula());
        name(check, "check");
        name(show, "show");
        name(help, "formula");
        said.setId("ask-said");
        said.setWrapText(true);
        score.setId("ask-score");
        score.setMinWidth(USE_PREF_SIZE);
        formula.getStyleClass().add("ask-formula");
        HBox row = new HBox(question, where, field, check, help, show, Controls.spring(), score);
        row.getStyleClass().add("ask-row");
        getChildren().addAll(row, formula, said);
        setVisible(false);
        setManaged(false);
    }

    private static void name(ButtonBase button, String id) {
        button.setId("ask-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        Controls.explain(button, Messages.text("explain.ask." + id + ".help"));
    }

    @Override
    public Node node() {
        return this;
    }

    private void answer() {
        ask.answer(field.getText());
        field.selectAll();
    }

    @Override
    public void show(long nanos) {
        boolean on = ask.on().get();
        AskModel.State now = ask.state().get();
        Optional<AskModel.State> next = on ? Optional.of(now) : Optional.empty();
        if (next.equals(shown)) {
            return;
        }
        boolean same = shown.flatMap(AskModel.State::question).equals(now.question());
        boolean opened = shown.isEmpty();
        shown = next;
        setVisible(on);
        setManaged(on);
        Optional<Pass> pass = model.pass().get();
        if (!on || pass.isEmpty()) {
            return;
        }
        ask(pass.get(), now);
        if (!same || opened) {
            field.clear();
            help.setSelected(false);
            if (now.question().isPresent()) {
                field.requestFocus();
            }
        }
        showFormula();
    }

    private void ask(Pass pass, AskModel.State now) {
        Symbols symbols = Symbols.of(pass.subject().network());
        boolean asks = now.question().isPresent();
        question.setText(now.question()
                .map(one -> Messages.text("explain.ask.question", symbols.text(one)))
                .orElseGet(() -> Messages.text("explain.ask.done")));
        where.setText(now.question()
                .map(symbols::name)
                .filter(name -> name.contains(","))
                .map(name -> name.substring(name.indexOf(',') + 1).strip())
                .orElse(""));
        field.setAccessibleText(now.question()
                .map(one -> Messages.text("explain.ask.question", symbols.spoken(one)))
                .orElse(""));
        for (Node node : List.of(field, check, help)) {
            node.setVisible(asks);
            node.setManaged(asks);
        }
        show.setVisible(now.mayBeShown());
        show.setManaged(now.mayBeShown());
        score.setText(now.asked() == 0 ? "" : Messages.text("explain.ask.score", now.right(), now.asked()));
        said.setText(said(pass, symbols, now));
        boolean none = said.getText().isEmpty();
        said.setVisible(!none);
        said.setManaged(!none);
        boolean right = now.said() == AskModel.Said.RIGHT;
        boolean wrong = now.said() == AskModel.Said.WRONG || now.said() == AskModel.Said.NO_NUMBER;
        said.pseudoClassStateChanged(RIGHT, right);
        said.pseudoClassStateChanged(WRONG, wrong);
        said.setGraphic(right ? new FontIcon(Feather.CHECK) : wrong ? new FontIcon(Feather.X) : null);
    }

    private String said(Pass pass, Symbols symbols, AskModel.State now) {
        if (now.about().isEmpty()) {
            return "";
        }
        Quantity about = now.about().get();
        String key = "explain.ask." + now.said().name().toLowerCase(Locale.ROOT);
        String value = Shown.card(pass.value(about, model.row().get())).text();
        return switch (now.said()) {
            case NOTHING -> "";
            case RIGHT, SHOWN -> Messages.text(key, symbols.text(about), value);
            case NO_NUMBER, WRONG -> now.hint();
        };
    }

    private void showFormula() {
        formula.getChildren().clear();
        Optional<Pass> pass = model.pass().get();
        Optional<Quantity> asked = shown.flatMap(AskModel.State::question);
        boolean wanted = help.isSelected() && pass.isPresent() && asked.isPresent();
        if (wanted) {
            latex(pass.get(), asked.get())
                    .ifPresent(latex -> formula.getChildren().add(FormulaView.inline(FormulaParser.parse(latex))));
        }
        formula.setVisible(wanted);
        formula.setManaged(wanted);
    }

    /** What the number is in symbols. */
    private Optional<String> latex(Pass pass, Quantity asked) {
        return Derivation.of(pass, asked, ask.row(asked)).sections().stream()
                .filter(Section.InSymbols.class::isInstance)
                .map(Section.InSymbols.class::cast)
                .filter(one -> !one.right().isEmpty())
                .map(one -> one.left() + " = " + one.right().get(0))
                .findFirst();
    }
}
