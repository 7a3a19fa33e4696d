package weightroom.ui.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.run.Background;
import weightroom.ui.frame.View;
import weightroom.ui.model.RunModel;

/** Lessons: their contents, or one of them beside a workbench with what it has unlocked. */
public final class LearnView extends BorderPane implements View {
    private static final String BOOK =
            "M12 6 C10 4.5 7 4 3 4 V18 C7 18 10 18.5 12 20 C14 18.5 17 18 21 18 V4 C17 4 14 4.5 12 6 Z M12 6 V20";

    private static final List<View.Shortcut> SHORTCUTS = List.of(
            new View.Shortcut("lesson-next", "Alt+Right"),
            new View.Shortcut("lesson-back", "Alt+Left"),
            new View.Shortcut("lesson-contents", "Alt+Up"),
            new View.Shortcut("lesson-reveal", "A"));

    /** Width of the lesson: a third, between these. */
    private static final double LEAST = 320;

    private static final double MOST = 504;

    private final LearnModel model;
    private final ContentsPage contents;
    private final Workbench workbench;
    private final HBox both = new HBox();
    private Optional<LessonPane> pane = Optional.empty();

    /** @param kept the folder that progress is kept in; empty for nowhere */
    public LearnView(RunModel run, Background background, Optional<Path> kept) {
        model = new LearnModel(run, background, kept, new Readings());
        contents = new ContentsPage(model);
        workbench = new Workbench(run, background);
        getStyleClass().add("learn");
        HBox.setHgrow(workbench, Priority.ALWAYS);
        model.open().addListener((observable, before, after) -> show());
        model.course().addListener((observable, before, after) -> reshow());
        run.options().presentation().addListener((observable, before, after) -> workbench.present(after));
        show();
    }

    /**
     * How it stands in the rail: as an open book.
     *
     * @param kept the folder that progress is kept in; empty for nowhere
     */
    public static View.Entry entry(Optional<Path> kept) {
        return new View.Entry("learn", BOOK, (model, background) -> new LearnView(model, background, kept), SHORTCUTS);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void setSeen(boolean seen) {
        model.setSeen(seen);
        workbench.setSeen(seen && pane.isPresent());
        if (seen && pane.isEmpty()) {
            contents.begin();
        }
    }

    @Override
    public void show(long nanos) {
        model.accept(model.run().snapshot().get());
        workbench.show(model.run().snapshot().get(), nanos);
    }

    LearnModel model() {
        return model;
    }

    @Override
    public boolean ready() {
        return model.ready();
    }

    @Override
    public void act(String shortcut) {
        model.open().get().ifPresent(lesson -> {
            switch (shortcut) {
                case "lesson-next" -> {
                    if (lesson.ready()) {
                        model.next();
                    } else {
                        model.run().tell(pane.map(LessonPane::whyNotNext).orElse(""));
                    }
                }
                case "lesson-back" -> model.back();
                case "lesson-contents" -> model.close();
                case "lesson-reveal" -> lesson.revealNext();
                default -> throw new IllegalArgumentException(shortcut);
            }
        });
    }

    private void show() {
        pane = model.open().get().map(lesson -> {
            LessonPane made = new LessonPane(model, lesson);
            lesson.step().addListener((observable, before, after) -> build(made, lesson));
            lesson.changes().addListener((observable, before, after) -> refresh(made));
            return made;
        });
        if (pane.isPresent()) {
            workbench.present(model.run().options().presentation().get());
            workbench.show(desk(model.open().get().orElseThrow()));
            both.getChildren().setAll(pane.get(), workbench);
            DoubleBinding third = Bindings.createDoubleBinding(
                    () -> Math.max(LEAST, Math.min(MOST, getWidth() / 3)), widthProperty());
            pane.get().minWidthProperty().bind(third);
            pane.get().maxWidthProperty().bind(third);
            setCenter(both);
            pane.get().begin();
        } else {
            workbench.clear();
            both.getChildren().clear();
            contents.refresh();
            setCenter(contents);
            contents.begin();
        }
        workbench.setSeen(model.seen() && pane.isPresent());
    }

    /** Another course has been read: shows the contents, or the lesson that is open, as they are now. */
    private void reshow() {
        if (pane.isPresent() && model.course().get().isPresent()) {
            model.open().get().ifPresent(lesson -> build(pane.get(), lesson));
        } else {
            contents.refresh();
            contents.begin();
        }
    }

    private void build(LessonPane shown, LessonModel lesson) {
        shown.build();
        workbench.show(desk(lesson));
    }

    private void refresh(LessonPane shown) {
        shown.refresh();
        workbench.refresh();
    }

    private Desk desk(LessonModel lesson) {
        return new Desk(lesson, model.course().get().orElseThrow());
    }
}
