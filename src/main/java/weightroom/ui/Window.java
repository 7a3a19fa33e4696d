package weightroom.ui;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import weightroom.experiment.Experiment;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.ui.frame.Frame;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;
import weightroom.ui.train.TrainView;

/** A run with everything that shows it: owns the trainer, the frame loop and the scene, and ends them together. */
final class Window implements AutoCloseable {
    private final Devices devices = new Devices();
    private final Trainer trainer;
    private final RunModel model;
    private final FrameLoop loop;
    private final Scene scene;
    private Theme theme;

    /**
     * Builds the window for an experiment into a stage, without showing it.
     *
     * @param folder that files named by the experiment are relative to
     * @throws weightroom.engine.InvalidInput when the experiment cannot be trained
     */
    Window(Stage stage, Experiment experiment, Path folder, Theme theme) {
        this.theme = theme;
        Fonts.load();
        trainer = new Trainer(devices, experiment, folder);
        model = new RunModel(trainer::send, trainer.latest());
        TrainView view = new TrainView(model);
        Frame frame = new Frame(model, trainer::choices, this::switchTheme, view);
        loop = new FrameLoop(trainer::latest, model, nanos -> {
            frame.show(nanos);
            view.show(nanos);
        });
        trainer.onPublish(loop::wake);
        scene = new Scene(frame, 1280, 800);
        theme.apply(scene);
        stage.setTitle(Messages.text("window.title"));
        stage.getIcons().setAll(Icon.images());
        stage.setScene(scene);
        loop.wake();
    }

    RunModel model() {
        return model;
    }

    /** Asks the trainer for something that no control asks for. */
    void send(Command command) {
        trainer.send(command);
    }

    Theme theme() {
        return theme;
    }

    /** Nanoseconds that this window's own code spent in pulses since this was last asked, layout and drawing aside. */
    long takeWorked() {
        return loop.takeWorked();
    }

    /** Pulses in which something new was drawn. */
    long frames() {
        return loop.frames();
    }

    @Override
    public void close() {
        trainer.onPublish(() -> {});
        loop.stop();
        trainer.close();
        devices.close();
    }

    private void switchTheme() {
        theme = theme.other();
        theme.apply(scene);
    }
}
