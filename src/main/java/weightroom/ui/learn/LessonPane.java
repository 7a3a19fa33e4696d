package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.lesson.Part;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A lesson to be read: one step at a time, with what it asks for. */
final class LessonPane extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final LearnModel learn;
    private final LessonModel model;
    private final Label place = Controls.label("", "strong");
    private final HBox progress = new HBox();
    private final Label title = Card.wrapped("lesson-title");
    private final Label fault = Card.wrapped("lesson-fault");
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label note = Card.wrapped("hint", "next-note");
    private final Button back = new Button();
    private final Button skip = new Button();
    private final Button next = new Button();
    private final List<Card> cards = new ArrayList<>();
    private Optional<GoalList> goals = Optional.empty();

    LessonPane(LearnModel learn, LessonModel model) {
        this.learn = learn;
        this.model = model;
        getStyleClass().add("lesson");
        fault.setId("lesson-fault");
        content.getStyleClass().add("lesson-content");
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setId("lesson-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), fault, scroll, foot());
        addEventHandler(KeyEvent.KEY_PRESSED, LessonPane::press);
        build();
    }

    /** Enter presses what has the focus, as space does. */
    private static void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    private Node head() {
        Button contents = new Button(chapter(), new FontIcon(Feather.LIST));
        contents.setId("to-contents");
        contents.getStyleClass().add("quiet");
        contents.setOnAction(event -> learn.close());
        Controls.explain(contents, Messages.text("learn.contents.help"));
        place.setId("lesson-step");
        place.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(contents, Controls.spring(), place);
        line.getStyleClass().add("lesson-place");
        progress.getStyleClass().add("lesson-progress");
        VBox head = new VBox(line, progress);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private String chapter() {
        return learn.course().get().stream()
                .flatMap(course -> course.chapters().stream())
                .filter(chapter -> chapter.id().equals(model.lesson().chapter()))
                .map(Course.Chapter::title)
                .findFirst()
                .orElse(Messages.text("learn.contents"));
    }

    private Node foot() {
        button(back, "lesson-back", "learn.back", Feather.ARROW_LEFT, learn::back);
        button(next, "lesson-next", "learn.next", Feather.ARROW_RIGHT, learn::next);
        next.setContentDisplay(ContentDisplay.RIGHT);
        skip.setText(Messages.text("learn.skip"));
        skip.setId("lesson-skip");
        skip.getStyleClass().add("quiet");
        skip.setMinWidth(USE_PREF_SIZE);
        skip.setOnAction(event -> learn.next());
        Controls.explain(skip, Messages.text("learn.skip.help"));
        HBox foot = new HBox(back, note, skip, next);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }

    private static void button(Button button, String id, String key, Feather icon, Runnable action) {
        button.setId(id);
        button.setText(Messages.text(key));
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text(key + ".help"));
    }

    /** Builds the step that is read. */
    void build() {
        Course course = learn.course().get().orElseThrow();
        Lesson lesson = model.lesson();
        Desk desk = new Desk(model, course);
        cards.clear();
        title.setText(lesson.title());
        Label heading = Card.wrapped("step-title");
        heading.setText(model.current().title());
        List<Node> nodes = new ArrayList<>(List.of(title, heading));
        List<Part> parts = model.current().parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Prose prose) {
                nodes.add(Texts.block(course, lesson, prose.markdown()));
            } else {
                card(desk, new Place(model.step().get(), i), parts.get(i)).ifPresent(card -> {
                    cards.add(card);
                    nodes.add(card);
                });
            }
        }
        List<Place> wanted = model.here(Part.Goal.class);
        goals = wanted.isEmpty() ? Optional.empty() : Optional.of(new GoalList(desk, wanted));
        goals.ifPresent(nodes::add);
        content.getChildren().setAll(nodes);
        scroll.setVvalue(0);
        showProgress();
        refresh();
    }

    private static Optional<Card> card(Desk desk, Place place, Part part) {
        if (part instanceof Part.Predict) {
            return Optional.of(new PredictCard(desk, place));
        } else if (part instanceof Part.Do) {
            return Optional.of(new DoCard(desk, place));
        } else if (part instanceof Part.Quiz) {
            return Optional.of(new QuizCard(desk, place));
        } else if (part instanceof Part.Hint || part instanceof Part.Reveal) {
            return Optional.of(new FoldCard(desk, place));
        }
        return Optional.empty();
    }

    /** Takes the focus, so that the keyboard goes on from the text. */
    void begin() {
        scroll.requestFocus();
    }

    /** What is still to be done before the next step. */
    String whyNotNext() {
        return note.getText();
    }

    private void showProgress() {
        int steps = model.lesson().steps().size();
        int now = model.step().get();
        place.setText(Messages.text("learn.step", now + 1, steps));
        List<Node> segments = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Region segment = new Region();
            segment.getStyleClass().add("segment");
            segment.pseudoClassStateChanged(DONE, i < now);
            segment.pseudoClassStateChanged(CURRENT, i == now);
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.add(segment);
        }
        progress.getChildren().setAll(segments);
    }

    /** Shows how answers and goals stand. */
    void refresh() {
        cards.forEach(Card::refresh);
        goals.ifPresent(GoalList::refresh);
        boolean ready = model.ready();
        back.setDisable(model.step().get() == 0);
        next.setText(Messages.text(model.last() ? "learn.finish" : "learn.next"));
        next.setDisable(!ready);
        Card.present(skip, !ready);
        note.setText(
                ready ? "" : Messages.text(model.unanswered().isPresent() ? "learn.opens.predict" : "learn.opens"));
        Card.say(
                fault,
                learn.faultOfOpen()
                        .map(why -> Messages.text("learn.fault.open", why))
                        .orElse(""));
    }
}
