package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.lesson.Part;
import weightroom.ui.kit.Messages;

/** Answers to choose one of; once they are judged each says whether it is right, and why. */
final class ChoiceRows extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final ToggleGroup group = new ToggleGroup();
    private final List<Row> rows = new ArrayList<>();
    private boolean silent;

    /** One answer, the word that judges it, and the reason below it. */
    private record Row(Part.Choice choice, RadioButton button, Label verdict, Node why, VBox box) {}

    /** @param chosen told of the user's choices only */
    ChoiceRows(Desk desk, String id, List<Part.Choice> choices, IntConsumer chosen) {
        getStyleClass().add("choices");
        for (int i = 0; i < choices.size(); i++) {
            int index = i;
            Part.Choice choice = choices.get(i);
            RadioButton button = new RadioButton();
            button.setId("choice-" + id + "-" + index);
            button.setToggleGroup(group);
            button.setAccessibleText(choice.text());
            button.setMinWidth(USE_PREF_SIZE);
            Node text = desk.text(choice.text());
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox answer = new HBox(button, text);
            answer.getStyleClass().add("choice-answer");
            answer.setFillHeight(false);
            button.selectedProperty().addListener((observable, before, on) -> {
                if (on && !silent) {
                    chosen.accept(index);
                }
            });
            Label verdict = Card.wrapped("hint", "verdict-word");
            Node why = desk.text(choice.why());
            VBox box = new VBox(answer, verdict, why);
            box.getStyleClass().add("choice");
            box.setOnMouseClicked(event -> {
                if (!button.isDisabled()) {
                    button.requestFocus();
                    button.setSelected(true);
                }
            });
            rows.add(new Row(choice, button, verdict, why, box));
            getChildren().add(box);
        }
    }

    /**
     * Shows how the question stands.
     *
     * @param given the answer that was chosen
     * @param locked whether it cannot be changed
     * @param judged whether right and wrong are told
     * @param all whether the reasons of all answers are told, not only that of the chosen one
     */
    void show(OptionalInt given, boolean locked, boolean judged, boolean all) {
        silent = true;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean mine = given.isPresent() && given.getAsInt() == i;
            if (mine) {
                row.button().setSelected(true);
            }
            boolean right = judged && row.choice().right();
            boolean wrong = judged && mine && !row.choice().right();
            row.button().setDisable(locked);
            row.box().pseudoClassStateChanged(LOCKED, locked);
            row.box().pseudoClassStateChanged(PseudoClass.getPseudoClass("chosen"), mine);
            row.box().pseudoClassStateChanged(RIGHT, right);
            row.box().pseudoClassStateChanged(WRONG, wrong);
            String word = right ? mine ? "learn.right.mine" : "learn.right" : "learn.wrong";
            Card.say(row.verdict(), right || wrong ? Messages.text(word) : "");
            boolean reason = judged && (mine || all) && !row.choice().why().isEmpty();
            Card.present(row.why(), reason);
            row.button()
                    .setAccessibleHelp(
                            right || wrong
                                    ? row.verdict().getText() + " "
                                            + row.choice().why()
                                    : "");
        }
        if (given.isEmpty()) {
            group.selectToggle(null);
        }
        silent = false;
    }
}
