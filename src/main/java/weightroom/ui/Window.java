package weightroom.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.race.RaceTrainer;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.ui.compare.CompareView;
import weightroom.ui.explain.ExplainView;
import weightroom.ui.files.RecentFiles;
import weightroom.ui.files.Session;
import weightroom.ui.frame.Documents;
import weightroom.ui.frame.Frame;
import weightroom.ui.frame.View;
import weightroom.ui.frame.WindowDialogs;
import weightroom.ui.frame.Zoom;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Theme;
import weightroom.ui.learn.LearnView;
import weightroom.ui.model.Options;
import weightroom.ui.model.PassingPreferences;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;
import weightroom.ui.train.TrainView;

/** A run with everything that shows it: owns the trainer, the frame loop and the scene, and ends them together. */
final class Window implements AutoCloseable {
    /**
     * The views there are, in the order of the rail.
     *
     * @param kept the folder that they keep things in; empty for nowhere
     * @param races makes the trainer of races when it is first asked
     */
    static List<View.Entry> views(Optional<Path> kept, Supplier<RaceTrainer> races) {
        return List.of(LearnView.entry(kept), TrainView.ENTRY, CompareView.entry(races), ExplainView.ENTRY);
    }

    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;

    private final Devices devices;
    private final Trainer trainer;
    private final RunModel model;
    private final FrameLoop loop;
    private final Background background;
    private final Options options;
    private final Documents documents;
    private final Optional<Keeper> keeper;
    private final Frame frame;
    private final Races races;

    /** A window that remembers nothing. */
    Window(Stage stage, Experiment experiment, Path folder, Theme theme) {
        this(stage, experiment, folder, theme, new Devices());
    }

    /** The same on these devices, which it closes with itself. */
    Window(Stage stage, Experiment experiment, Path folder, Theme theme, Devices devices) {
        this(stage, experiment, folder, new PassingPreferences(), Optional.empty(), devices);
        options.theme().set(theme);
    }

    /**
     * Builds the window for an experiment into a stage, without showing it; best into one that has its size already.
     *
     * @param folder that files named by the experiment are relative to
     * @param preferences what is remembered
     * @param session keeps the run; empty where none is to be kept
     * @throws weightroom.engine.InvalidInput when the experiment cannot be trained
     */
    Window(Stage stage, Experiment experiment, Path folder, Preferences preferences, Optional<Session> session) {
        this(stage, experiment, folder, preferences, session, new Devices());
    }

    private Window(
            Stage stage,
            Experiment experiment,
            Path folder,
            Preferences preferences,
            Optional<Session> session,
            Devices devices) {
        this.devices = devices;
        options = new Options(preferences);
        options.theme().get().applyBase();
        Fonts.load();
        trainer = new Trainer(devices, experiment, folder);
        model = new RunModel(trainer::send, trainer.latest(), options);
        background = new Background(FrameLoop::onScreen);
        documents = new Documents(model, background, new RecentFiles(preferences), new WindowDialogs(stage));
        races = new Races();
        List<View.Entry> views = views(session.map(Session::folder), races);
        frame = new Frame(model, trainer::choices, documents, background, stage, views);
        loop = new FrameLoop(trainer::latest, model, frame::show, frame::moving);
        trainer.onPublish(loop::wake);
        races.onPublish(loop::wake);
        DoubleBinding zoom = Bindings.createDoubleBinding(
                () -> options.zoom(stage.getWidth()), options.zoom(), options.presentation(), stage.widthProperty());
        // As large as it will be, so that it is laid out and drawn once; with its sheets before there are nodes to
        // match.
        Scene scene =
                new Scene(new Group(), size(stage.getWidth(), USUAL_WIDTH), size(stage.getHeight(), USUAL_HEIGHT));
        dress(scene);
        scene.setRoot(new Zoom(frame, zoom));
        options.theme().addListener((observable, before, after) -> dress(scene));
        options.reducedMotion().addListener((observable, before, after) -> dress(scene));
        wakeWith(scene);
        stage.setTitle(Messages.text("window.title"));
        background.run(Icon::images, stage.getIcons()::setAll, model::refuse);
        stage.setScene(scene);
        if (!options.device().get().equals(model.snapshot().get().device())) {
            model.useDevice(options.device().get());
        }
        keeper = session.map(one -> new Keeper(model, one, background));
        keeper.ifPresent(one -> one.offerCrashed(frame));
        loop.wake();
    }

    /** What a user does may change what no thread tells of, such as balls on a surface. */
    private void wakeWith(Scene scene) {
        List<EventType<? extends Event>> deeds = List.of(
                KeyEvent.KEY_PRESSED,
                MouseEvent.MOUSE_PRESSED,
                MouseEvent.MOUSE_DRAGGED,
                MouseEvent.MOUSE_RELEASED,
                ActionEvent.ACTION);
        deeds.forEach(deed -> scene.addEventFilter(deed, event -> loop.wake()));
    }

    private static double size(double wanted, double usual) {
        return Double.isNaN(wanted) ? usual : wanted;
    }

    /** What the window that was closed last left, in a window; else one of the opening experiment. */
    static Window reopened(Stage stage, Preferences preferences, LastRun left) {
        boolean inTime = left.isRead();
        Optional<SavedRun> last = inTime ? left.now() : Optional.empty();
        Experiment experiment = last.map(SavedRun::experiment).orElseGet(Experiment::opening);
        Path folder = last.map(SavedRun::folder).orElse(Path.of(""));
        Window window = new Window(stage, experiment, folder, preferences, Optional.of(left.session()));
        last.ifPresent(window.model.transport()::open);
        if (!inTime) {
            left.whenRead(window.model.transport()::open);
        }
        return window;
    }

    RunModel model() {
        return model;
    }

    Documents documents() {
        return documents;
    }

    /** What the view that is seen plays. */
    Playback playback() {
        return frame.playback();
    }

    /** Whether the view that is seen shows all that it has to show. */
    boolean ready() {
        return frame.ready();
    }

    /** Keeps the run now, as it does every now and then. */
    void keep() {
        keeper.ifPresent(Keeper::keep);
    }

    /** Asks the trainer for something that no control asks for. */
    void send(Command command) {
        trainer.send(command);
    }

    /** Nanoseconds that this window's own code spent in pulses since this was last asked, layout and drawing aside. */
    long takeWorked() {
        return loop.takeWorked();
    }

    /** Pulses in which something new was drawn. */
    long frames() {
        return loop.frames();
    }

    private void dress(Scene scene) {
        options.theme().get().apply(scene, options.reducedMotion().get());
    }

    @Override
    public void close() {
        keeper.ifPresent(Keeper::close);
        trainer.onPublish(() -> {});
        loop.stop();
        background.close();
        races.close();
        trainer.close();
        devices.close();
    }
}
