package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import weightroom.experiment.Assignment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.plot.Numbers;
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
            row.evidence().setText(evidence(row.goal()));
            Card.present(row.again(), failed);
        }
    }

    private String evidence(Goal goal) {
        String within = Numbers.count(goal.wanted().within());
        String when = goal.wanted().when().stream()
                .map(this::setting)
                .collect(Collectors.joining(Messages.text("learn.goal.and")));
        if (goal.met()) {
            String epoch =
                    Numbers.count((long) goal.reached().orElseThrow().at().epoch());
            return when.isEmpty()
                    ? Messages.text("learn.goal.reached", epoch)
                    : Messages.text("learn.goal.reached.when", epoch, when);
        } else if (goal.failed()) {
            return Messages.text("learn.goal.missed", within);
        }
        String condition = ConditionWords.of(goal.wanted().reach());
        return when.isEmpty()
                ? Messages.text("learn.goal.wanted", condition, within)
                : Messages.text("learn.goal.wanted.when", condition, within, when);
    }

    /** In the words of the controls: {@code Neurons in layer 1 = 2}. */
    private String setting(Assignment wanted) {
        String path = wanted.path();
        String name = path;
        if (path.matches("network\\.layers\\.[0-9]{1,2}\\.units")) {
            name = Messages.text("name.layer.units", Integer.parseInt(path.split("\\.")[2]) + 1);
        } else {
            for (Setting one : Settings.of(model.lesson().experiment())) {
                name = one.path().equals(path) ? one.label() : name;
            }
        }
        return Messages.text("learn.goal.setting", name, wanted.text());
    }
}
