package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The chapters of a course and their lessons: how long each takes, what it needs, and what is done. */
final class ContentsPage extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass BEGUN = PseudoClass.getPseudoClass("begun");

    private final LearnModel model;
    private final Label progress = Controls.label("", "secondary");
    private final VBox list = new VBox();
    private final List<Button> rows = new ArrayList<>();

    ContentsPage(LearnModel model) {
        this.model = model;
        getStyleClass().add("contents");
        list.getStyleClass().add("contents-list");
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        progress.setId("course-progress");
        HBox head = new HBox(
                Controls.label(Messages.text("learn.lessons"), "lesson-title"),
                progress,
                Controls.spring(),
                new ContentsMenu(model, this::refresh));
        head.getStyleClass().add("contents-head");
        VBox page = new VBox(head, list);
        page.getStyleClass().add("contents-page");
        StackPane middle = new StackPane(page);
        middle.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setId("contents-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(scroll);
        model.fault().addListener((observable, before, after) -> refresh());
        refresh();
    }

    /** Shows the course as it was read last, and what is done of it. */
    void refresh() {
        Optional<String> focused =
                rows.stream().filter(this::owns).map(Node::getId).findFirst();
        rows.clear();
        List<Node> nodes = new ArrayList<>();
        model.folder().ifPresent(folder -> nodes.add(Controls.label(folder.toString(), "hint")));
        model.fault().get().ifPresent(why -> nodes.add(fault(why)));
        Optional<Course> course = model.course().get();
        if (course.isEmpty()) {
            nodes.add(
                    Controls.label(model.fault().get().isPresent() ? "" : Messages.text("learn.reading"), "secondary"));
            progress.setText("");
        } else {
            fill(course.get(), nodes);
        }
        list.getChildren().setAll(nodes);
        focused.ifPresent(this::focus);
    }

    /** Takes the focus, so that the keyboard walks on from the lesson that was open last, or from the first. */
    void begin() {
        focus(rowId(model.lastOpened()));
    }

    /** Whether the keyboard is at a row, be the window in front or not. */
    private boolean owns(Node row) {
        return row.getScene() != null && row.equals(row.getScene().getFocusOwner());
    }

    private void focus(String id) {
        rows.stream()
                .filter(row -> row.getId().equals(id))
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private static String rowId(String lesson) {
        return "open-" + lesson.replace('/', '-');
    }

    private void fill(Course course, List<Node> nodes) {
        long done = course.lessons().stream()
                .filter(lesson -> model.progress().done(lesson.id()))
                .count();
        progress.setText(Messages.text("learn.progress", done, course.lessons().size()));
        for (Course.Fault fault : course.faults()) {
            nodes.add(fault(fault.message()));
        }
        for (Course.Chapter chapter : course.chapters()) {
            Label title =
                    Controls.label(Messages.text("learn.chapter", chapter.number(), chapter.title()), "chapter-title");
            nodes.add(title);
            for (Lesson lesson : chapter.lessons()) {
                nodes.add(row(course, lesson));
            }
        }
    }

    private Button row(Course course, Lesson lesson) {
        boolean done = model.progress().done(lesson.id());
        boolean begun = model.progress().begun(lesson.id());
        StackPane mark = new StackPane();
        mark.getStyleClass().add("lesson-mark");
        mark.pseudoClassStateChanged(DONE, done);
        mark.pseudoClassStateChanged(BEGUN, begun && !done);
        if (done) {
            mark.getChildren().add(new FontIcon(Feather.CHECK));
        }
        String needs = lesson.needs().stream()
                .filter(id -> !model.progress().done(id))
                .map(id -> course.lesson(id).map(Lesson::title).orElse(id))
                .collect(Collectors.joining(Messages.text("learn.needs.and")));
        String state = done
                ? Messages.text("learn.done")
                : begun
                        ? Messages.text(
                                "learn.begun",
                                model.progress().of(lesson.id()).step() + 1,
                                lesson.steps().size())
                        : needs.isEmpty() ? "" : Messages.text("learn.needs", needs);
        Label after = Controls.label(state, "hint");
        Label minutes = Controls.label(Messages.text("learn.minutes", lesson.minutes()), "secondary");
        minutes.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(mark, Controls.label(lesson.title(), "lesson-name"), after, Controls.spring(), minutes);
        content.getStyleClass().add("contents-row-content");
        Button row = new Button("", content);
        content.prefWidthProperty().bind(row.widthProperty().subtract(32));
        row.getStyleClass().add("contents-row");
        row.setId(rowId(lesson.id()));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(String.join(", ", lesson.title(), state, minutes.getText()));
        row.setOnAction(event -> model.open(lesson.id()));
        rows.add(row);
        return row;
    }

    private static Label fault(String message) {
        Label fault = Card.wrapped("lesson-fault");
        fault.setText(message);
        fault.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        return fault;
    }

    private void key(KeyEvent event) {
        int at = event.getTarget() instanceof Button button ? rows.indexOf(button) : -1;
        if (at < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            rows.get(at).fire();
            event.consume();
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            int next = at + (event.getCode() == KeyCode.UP ? -1 : 1);
            rows.get(Math.max(0, Math.min(rows.size() - 1, next))).requestFocus();
            event.consume();
        }
    }
}
