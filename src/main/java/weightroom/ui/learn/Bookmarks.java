package weightroom.ui.learn;

import java.nio.file.Path;
import java.util.Optional;
import weightroom.lesson.Progress;
import weightroom.lesson.Progress.OfLesson;
import weightroom.lesson.ProgressFile;
import weightroom.run.Background;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** What was done of a course, kept in a file of this computer where there is one. */
final class Bookmarks {
    private final Background background;
    private final RunModel run;
    private final Optional<ProgressFile> file;
    private Progress progress = Progress.NONE;

    /** @param file where progress is kept; empty for nowhere */
    Bookmarks(Optional<Path> file, Background background, RunModel run) {
        this.background = background;
        this.run = run;
        this.file = file.map(ProgressFile::new);
    }

    /** Takes up what was kept; comes to its end before anything that is asked of the background afterwards. */
    void read() {
        file.ifPresent(kept -> background.run(
                kept::read,
                found -> {
                    progress = found.progress();
                    if (!found.notice().isEmpty()) {
                        run.refuse(found.notice());
                    }
                },
                run::refuse));
    }

    OfLesson of(String lesson) {
        return progress.of(lesson);
    }

    boolean done(String lesson) {
        return of(lesson).done();
    }

    boolean begun(String lesson) {
        return of(lesson).step() > 0;
    }

    /** Keeps what was done of a lesson. */
    void keep(String lesson, OfLesson done) {
        if (!done.equals(of(lesson))) {
            change(progress.with(lesson, done));
        }
    }

    /** Forgets everything. */
    void reset() {
        change(Progress.NONE);
    }

    /** Writes everything into a file, to take it along. */
    void export(Path to) {
        Progress now = progress;
        background.run(
                () -> {
                    ProgressFile.export(now, to);
                    return to;
                },
                written -> run.tell(Messages.text("learn.exported", String.valueOf(written.getFileName()))),
                run::refuse);
    }

    private void change(Progress changed) {
        progress = changed;
        file.ifPresent(kept -> background.run(
                () -> {
                    kept.write(changed);
                    return changed;
                },
                written -> {},
                run::refuse));
    }
}
