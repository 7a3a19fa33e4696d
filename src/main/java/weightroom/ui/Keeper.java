package weightroom.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Snapshot;
import weightroom.ui.files.Session;
import weightroom.ui.files.Session.Left;
import weightroom.ui.frame.Frame;
import weightroom.ui.frame.QuestionBar;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** Keeps the run of a window now and then and at its end, and offers what a window that crashed has left. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** So many points of a history are written in a moment, and show all that a plot can. */
    private static final int POINTS = 20_000;

    private static final long PATIENCE_SECONDS = 5;

    private final RunModel model;
    private final Session session;
    private final Background background;
    private Kept kept;

    /** What tells one moment of a run from another; two arrays count as equal only where they are the same one. */
    private record Kept(float[] parameters, Experiment experiment) {
        static Kept of(Snapshot now) {
            return new Kept(now.state().parameters(), now.setup().experiment());
        }
    }

    Keeper(RunModel model, Session session, Background background) {
        this.model = model;
        this.session = session;
        this.background = background;
        kept = Kept.of(model.snapshot().get());
        background.every(PAUSE, () -> FrameLoop.onScreen(this::keep));
    }

    /** Asks whether to go on with what a window that crashed has left. */
    void offerCrashed(Frame frame) {
        session.crashed().ifPresent(left -> {
            String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault())
                    .format(left.savedAt().toInstant());
            frame.offer(new QuestionBar(
                    "recover", Messages.text("recover", when), () -> recover(left), session::forgetCrashed));
        });
    }

    /** Keeps the run, if it is to be kept and has changed since. */
    void keep() {
        Kept now = Kept.of(model.snapshot().get());
        // What stands on another desk is a lesson's; the first one lies still meanwhile.
        boolean first = model.snapshot().get().desk().equals(Command.Desk.FIRST);
        if (first && model.options().autosave().get() && !now.equals(kept)) {
            kept = now;
            model.transport().save(POINTS, run -> background.run(() -> write(run), written -> {}, this::complain));
        }
    }

    /** Keeps the run as it is at the end. */
    @Override
    public void close() {
        if (model.options().autosave().get()) {
            Experiment none = model.experiment().get();
            model.transport().goToDesk(Command.Desk.FIRST, none, Path.of(""));
            CompletableFuture<SavedRun> last = new CompletableFuture<>();
            model.transport().save(POINTS, last::complete);
            try {
                session.keep(last.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | InvalidInput e) {
                LOG.warn("The run could not be kept at the end", e);
            }
        }
        session.close();
    }

    private void recover(Left left) {
        background.run(
                left::read,
                run -> {
                    model.transport().open(run);
                    session.forgetCrashed();
                },
                model::refuse);
    }

    private SavedRun write(SavedRun run) {
        session.keep(run);
        return run;
    }

    private void complain(String message) {
        LOG.warn("The run could not be kept: {}", message);
    }
}
