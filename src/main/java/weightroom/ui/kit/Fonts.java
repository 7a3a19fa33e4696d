package weightroom.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The font that is shipped. Where it cannot be loaded, JavaFX takes the system's. */
public final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> FILES =
            List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Italic.otf");

    private Fonts() {}

    /** Loads the font's weights, and returns how many of them were loaded. */
    public static int load() {
        int loaded = 0;
        for (String file : FILES) {
            try (InputStream stream = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
                if (stream != null && Font.loadFont(stream, 12) != null) {
                    loaded++;
                } else {
                    LOG.warn("The font {} could not be loaded; the system's font stands in", file);
                }
            } catch (IOException e) {
                LOG.warn("The font {} could not be read; the system's font stands in", file, e);
            }
        }
        return loaded;
    }
}
