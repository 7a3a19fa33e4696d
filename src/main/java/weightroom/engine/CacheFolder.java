package weightroom.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where this program keeps what it can make again: built kernels, which device won a trial. */
public final class CacheFolder {
    /** The system property that names another folder. */
    public static final String PROPERTY = "weightroom.cache";

    private CacheFolder() {}

    /** The folder of the user that the program runs as; it may not exist yet. */
    public static Path ofThisUser() {
        return path(System.getProperty(PROPERTY)).orElseGet(() -> of(
                        System.getProperty("os.name", ""), System.getenv(), System.getProperty("user.home", "."))
                .resolve("weightroom"));
    }

    /** Where programs of a system keep what they can make again. */
    static Path of(String os, Map<String, String> environment, String home) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return path(environment.get("LOCALAPPDATA")).orElse(Path.of(home, "AppData", "Local"));
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Caches");
        }
        return path(environment.get("XDG_CACHE_HOME")).filter(Path::isAbsolute).orElse(Path.of(home, ".cache"));
    }

    private static Optional<Path> path(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
