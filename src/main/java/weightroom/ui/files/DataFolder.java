package weightroom.ui.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Where the program may keep what is its own, by the custom of each system. */
public final class DataFolder {
    /** The system property that names another folder. */
    public static final String PROPERTY = "weightroom.folder";

    private DataFolder() {}

    /** The folder of this user; it need not exist yet. */
    public static Path ofUser() {
        return of(System.getProperties(), System.getenv());
    }

    static Path of(Properties properties, Map<String, String> environment) {
        String chosen = properties.getProperty(PROPERTY, "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        Path home = Path.of(properties.getProperty("user.home", ""));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Weightroom");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Weightroom");
        }
        return folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                .resolve("weightroom");
    }

    /** By the XDG rules a path that is not absolute counts as none. */
    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        Path named = Path.of(Objects.requireNonNullElse(environment.get(variable), ""));
        return named.isAbsolute() ? named : usual;
    }
}
