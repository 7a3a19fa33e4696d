package weightroom.race;

import java.nio.file.Path;
import weightroom.experiment.Experiment;

/**
 * One of the things that are compared.
 *
 * @param name what people call it, as {@code Adam}; no two lanes of a contest have the same
 * @param setting what makes it differ, as {@code training.optimizer.id=adam}; the name of its file for a whole experiment
 * @param experiment with the contest's first seed
 * @param folder that files named by the experiment are relative to
 */
public record Lane(String name, String setting, Experiment experiment, Path folder) {
    /** The name as a sentence says it: a number alone would be read as a count, so it says of what. */
    public String spoken() {
        int equals = setting.indexOf('=');
        return equals > 0 && name.matches("[-+.0-9].*")
                ? Text.of("lanes.value", Lanes.last(setting.substring(0, equals)), name)
                : name;
    }
}
