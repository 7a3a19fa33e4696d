package weightroom.cli;

import java.nio.file.Path;
import java.util.Optional;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;

/**
 * A picture of the window to be drawn into a file.
 *
 * @param experiment what is trained
 * @param folder that files named by the experiment are relative to
 * @param saved what the run goes on from, where there is one
 * @param view id of the view, as {@code train}
 * @param lesson id of the lesson to be open, after a {@code #} its step from 1; empty for none
 * @param epochs passes over the training rows before the picture is taken, 0 or more
 * @param theme id of the theme, as {@code dark}
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param out where the PNG file goes
 */
public record Picture(
        Experiment experiment,
        Path folder,
        Optional<SavedRun> saved,
        String view,
        String lesson,
        long epochs,
        String theme,
        int width,
        int height,
        Path out) {}
