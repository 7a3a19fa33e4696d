package weightroom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import weightroom.ui.model.PassingPreferences;

class RecentFilesTest {
    private final PassingPreferences preferences = new PassingPreferences();

    @Test
    void theNewestComesFirstAndNoneTwice() {
        RecentFiles recent = new RecentFiles(preferences);
        recent.add(Path.of("/a"));
        recent.add(Path.of("/b"));
        recent.add(Path.of("/c/../a"));
        assertThat(recent.files()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void tenAreRememberedAndTheNextStartKnowsThem() {
        RecentFiles recent = new RecentFiles(preferences);
        for (int i = 0; i < 14; i++) {
            recent.add(Path.of("/file-" + i));
        }
        assertThat(new RecentFiles(preferences).files())
                .hasSize(10)
                .startsWith(Path.of("/file-13"))
                .endsWith(Path.of("/file-4"));
    }

    @Test
    void aNameThatIsTooLongIsLeftOut() {
        RecentFiles recent = new RecentFiles(preferences);
        recent.add(Path.of("/" + "x".repeat(9000)));
        assertThat(recent.files()).isEmpty();
    }

    @Test
    void eachSystemHasItsOwnFolder() {
        assertThat(folder("Linux", Map.of())).isEqualTo(Path.of("/home/me/.local/share/weightroom"));
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/weightroom"));
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/me/.local/share/weightroom"));
        assertThat(folder("Mac OS X", Map.of())).isEqualTo(Path.of("/home/me/Library/Application Support/Weightroom"));
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Weightroom"));
    }

    @Test
    void anotherFolderCanBeNamed() {
        Properties properties = properties("Linux");
        properties.setProperty(DataFolder.PROPERTY, "/elsewhere");
        assertThat(DataFolder.of(properties, Map.of())).isEqualTo(Path.of("/elsewhere"));
    }

    private static Path folder(String system, Map<String, String> environment) {
        return DataFolder.of(properties(system), environment);
    }

    private static Properties properties(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/me");
        return properties;
    }
}
