package weightroom.ui.learn;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.experiment.Experiment;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.lesson.Progress.OfLesson;
import weightroom.lesson.ProgressFile;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** What the Learn view knows: the course, what was done of it, and the lesson that is open. Knows no scene. */
final class LearnModel {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final RunModel run;
    private final Background background;
    private final Goal.Reader reader;
    private final Optional<Path> kept;
    private Bookmarks bookmarks;
    private final ReadOnlyObjectWrapper<Optional<Course>> course = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LessonModel>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile CourseWatch watch;
    private volatile boolean seen;
    private String lastOpened = "";

    /**
     * @param background reads files
     * @param kept the folder that progress is kept in; empty for nowhere
     * @param reader reads what goals are about
     */
    LearnModel(RunModel run, Background background, Optional<Path> kept, Goal.Reader reader) {
        this.run = run;
        this.background = background;
        this.kept = kept;
        this.reader = reader;
        watch = new CourseWatch(folder());
        bookmarks = bookmarks();
        begin();
        background.every(LOOK_EVERY, this::lookAtFiles);
        run.pending().addListener((observable, before, after) -> {
            // A lesson says itself when it begins anew; to ask each time would only be in the way.
            if (seen && after.isPresent()) {
                run.startFresh();
            }
        });
        run.options().presentation().addListener((observable, before, after) -> {
            if (seen) {
                open.get().ifPresent(LessonModel::presentationChanged);
            }
        });
    }

    /** Whether the window shows it. */
    boolean seen() {
        return seen;
    }

    /** Whether the course has been read, or cannot be, and the run is that of the lesson which is open. */
    boolean ready() {
        boolean read = course.get().isPresent() || fault.get().isPresent();
        return read
                && open.get().stream()
                        .allMatch(lesson -> run.snapshot().get().desk().equals(desk(lesson.lesson())));
    }

    /** Forgets what was done. */
    void resetProgress() {
        bookmarks.reset();
        run.tell(Messages.text("learn.reset"));
    }

    RunModel run() {
        return run;
    }

    Bookmarks progress() {
        return bookmarks;
    }

    /** What was done of the lessons of a folder is kept in a file for that folder. */
    private Bookmarks bookmarks() {
        String name = folder().map(path -> "progress-%08x.json"
                        .formatted(path.toAbsolutePath().toString().hashCode()))
                .orElse(ProgressFile.NAME);
        return new Bookmarks(kept.map(path -> path.resolve(name)), background, run);
    }

    private void begin() {
        bookmarks.read();
        read();
    }

    /** The lessons there are; empty until they were read. */
    ReadOnlyObjectProperty<Optional<Course>> course() {
        return course.getReadOnlyProperty();
    }

    /** The lesson that is open. */
    ReadOnlyObjectProperty<Optional<LessonModel>> open() {
        return open.getReadOnlyProperty();
    }

    /** Why the folder of lessons cannot be read. */
    ReadOnlyObjectProperty<Optional<String>> fault() {
        return fault.getReadOnlyProperty();
    }

    /** What is wrong with the file of the lesson that is open, which stays as it was. */
    Optional<String> faultOfOpen() {
        return open.get().flatMap(lesson -> course.get().stream()
                .flatMap(all -> all.faults().stream())
                .filter(one -> one.id().equals(lesson.lesson().id()))
                .map(Course.Fault::message)
                .findFirst());
    }

    /** The id of the lesson that was opened last; empty before. */
    String lastOpened() {
        return lastOpened;
    }

    /** Opens the lesson with this id where it was left. */
    void open(String id) {
        course.get().flatMap(all -> all.lesson(id)).ifPresent(this::open);
    }

    private void open(Lesson lesson) {
        String id = lesson.id();
        OfLesson before = bookmarks.of(id);
        // A lesson that was gone through to its end begins anew.
        LessonModel next = new LessonModel(
                run,
                lesson,
                before.done() ? OfLesson.NONE.done(true) : before,
                done -> bookmarks.keep(id, done),
                reader);
        next.step().addListener((observable, old, step) -> remember(id, step.intValue()));
        remember(id, next.step().get());
        if (seen) {
            run.transport().goToDesk(desk(lesson), lesson.experiment(), LessonPlayer.NOWHERE);
        }
        lastOpened = lesson.id();
        open.set(Optional.of(next));
        next.setSeen(seen);
    }

    private void remember(String id, int step) {
        run.options().lesson().set(id + "#" + (step + 1));
    }

    /** Opens what was open when the window was closed. */
    private void reopen(String remembered) {
        String[] parts = remembered.split("#", 2);
        if (parts.length == 2 && parts[1].matches("[1-9][0-9]{0,3}")) {
            bookmarks.keep(parts[0], bookmarks.of(parts[0]).at(Integer.parseInt(parts[1]) - 1));
        }
        open(parts[0]);
    }

    /** Back to the contents; the lesson's run is kept as it stands. */
    void close() {
        open.get().ifPresent(lesson -> lesson.setSeen(false));
        open.set(Optional.empty());
        run.options().lesson().set("");
        run.transport().milestones().set(List.of());
        leaveDesk();
    }

    /** Goes on to the next step, after the last one to the contents. */
    void next() {
        open.get().ifPresent(lesson -> {
            if (!lesson.last()) {
                lesson.goTo(lesson.step().get() + 1);
            } else {
                String id = lesson.lesson().id();
                bookmarks.keep(id, bookmarks.of(id).done(true).at(0));
                close();
            }
        });
    }

    void back() {
        open.get().ifPresent(lesson -> lesson.goTo(lesson.step().get() - 1));
    }

    /** Shows the lessons of another folder, or those of the program. */
    void openFolder(Optional<Path> folder) {
        if (open.get().isPresent()) {
            close();
        }
        run.options().lessonFolder().set(folder.map(Path::toString).orElse(""));
        course.set(Optional.empty());
        watch = new CourseWatch(folder);
        bookmarks = bookmarks();
        begin();
    }

    /** The folder that lessons are read from; empty for those of the program. */
    Optional<Path> folder() {
        String folder = run.options().lessonFolder().get();
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    /** Begins or ends to be what the window shows. */
    void setSeen(boolean wanted) {
        seen = wanted;
        open.get().ifPresent(lesson -> {
            if (wanted) {
                run.transport().goToDesk(desk(lesson.lesson()), lesson.lesson().experiment(), LessonPlayer.NOWHERE);
            }
            lesson.setSeen(wanted);
        });
        if (!wanted) {
            run.transport().milestones().set(List.of());
            leaveDesk();
        }
    }

    /** Looks at what the run has come to; nothing while it is on its way to the lesson's own run. */
    void accept(Snapshot now) {
        open.get()
                .filter(lesson -> seen && now.desk().equals(desk(lesson.lesson())))
                .ifPresent(lesson -> lesson.accept(now));
    }

    private void leaveDesk() {
        if (!run.transport().desk().equals(Command.Desk.FIRST)) {
            Experiment unused = run.experiment().get();
            run.transport().goToDesk(Command.Desk.FIRST, unused, LessonPlayer.NOWHERE);
        }
    }

    /** The name of the desk that a lesson's run stands on. */
    static String desk(Lesson lesson) {
        return "lesson " + lesson.id();
    }

    private void read() {
        CourseWatch reading = watch;
        background.run(reading::read, found -> take(reading, found), message -> refuse(reading, message));
    }

    private void lookAtFiles() {
        if (seen && watch.changed()) {
            read();
        }
    }

    @SuppressWarnings("ReferenceEquality") // An answer from a folder that was left is of no use.
    private void take(CourseWatch from, Course found) {
        if (from != watch) {
            return;
        }
        fault.set(Optional.empty());
        open.get().ifPresent(lesson -> found.lesson(lesson.lesson().id())
                .filter(edited -> !edited.equals(lesson.lesson()))
                .ifPresent(lesson::replace));
        course.set(Optional.of(found));
        if (open.get().isEmpty() && !run.options().lesson().get().isEmpty()) {
            reopen(run.options().lesson().get());
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void refuse(CourseWatch from, String message) {
        if (from == watch) {
            fault.set(Optional.of(message));
        }
    }
}
