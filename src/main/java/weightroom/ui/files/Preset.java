package weightroom.ui.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.ui.kit.Messages;

/**
 * An experiment that is shipped because it teaches something: one that works, or one that shows what goes wrong.
 *
 * @param id the name of its file, without the ending
 * @param works whether it learns what it should
 */
public record Preset(String id, boolean works) {
    private static final String FOLDER = "/assets/presets/";

    /** All there are, in the order of the gallery. */
    public static List<Preset> all() {
        return text("index.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" "))
                .map(words -> new Preset(words[0], words[1].equals("good")))
                .toList();
    }

    public Experiment experiment() {
        return ExperimentReader.parse(id + ".json", text(id + ".json"));
    }

    /** What happens, and why. */
    public String why() {
        return Messages.text("preset." + id);
    }

    private static String text(String file) {
        try (InputStream in = Preset.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
