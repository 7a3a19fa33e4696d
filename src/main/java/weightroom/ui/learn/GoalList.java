package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The goals of a step, each with what it asks for, and when it was reached. */
final class GoalList extends VBox {
    private static final PseudoClass MET = PseudoClass.getPseudoClass("met");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final LessonModel model;
    private final Label count = Controls.label("", "hint");
    private final List<Row> rows = new ArrayList<>();

    /** A goal on the screen. */
    private record Row(Goal goal, StackPane box, Label evidence, Button again) {}

    GoalList(Desk desk, List<Place> places) {
        model = desk.model();
        getStyleClass().add("goals");
        count.setId("goal-count");
        HBox head = new HBox(Controls.label(Messages.text("learn.goals"), "title"), Controls.spring(), count);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
        for (Place place : places) {
            getChildren().add(row(desk, place));
        }
        refresh();
    }

    private Node row(Desk desk, Place place) {
        Goal goal = model.goal(place);
        StackPane box = new StackPane();
        box.getStyleClass().add("goal-box");
        Label evidence = Card.wrapped("hint", "evidence");
        evidence.setId("goal-" + place.id());
        Button again = new Button(Messages.text("learn.again"), new FontIcon(Feather.ROTATE_CCW));
        again.setId("again-" + place.id());
        again.getStyleClass().add("small-button");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> model.tryAgain(goal));
        Controls.explain(again, Messages.text("learn.again.help"));
        VBox words = new VBox(desk.text(goal.wanted().text()), evidence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(box, words, again);
        row.getStyleClass().add("goal");
        rows.add(new Row(goal, box, evidence, again));
        return row;
    }

    /** Shows how the goals stand. */
    void refresh() {
        long met = rows.stream().filter(row -> row.goal().met()).count();
        count.setText(Messages.text("learn.goals.count", met, rows.size()));
        for (Row row : rows) {
            boolean reached = row.goal().met();
            boolean failed = !reached && row.goal().failed();
            row.box().pseudoClassStateChanged(MET, reached);
            row.box().pseudoClassStateChanged(FAILED, failed);
            FontIcon mark = new FontIcon(reached ? Feather.CHECK : Feather.X);
            row.box().getChildren().setAll(reached || failed ? List.of(mark) : List.of());
            row.box().setAccessibleRole(AccessibleRole.TEXT);
            String state = Messages.text(reached ? "learn.goal.met" : failed ? "learn.goal.failed" : "learn.goal.open");
            row.box().setAccessibleText(state);
            row.evidence().setText(GoalWords.evidence(row.goal(), model.lesson().experiment()));
            Card.present(row.again(), failed);
        }
    }
}
