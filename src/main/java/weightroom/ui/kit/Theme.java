package weightroom.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** How the window is coloured. */
public enum Theme {
    DARK("dark"),
    LIGHT("light"),
    /** Black and white and few strong colours: every text stands out at least 7 to 1. */
    CONTRAST("contrast");

    /** What all themes share, and what each package adds. */
    private static final List<String> SHEETS = List.of(
            "weightroom.css",
            "frame.css",
            "controls.css",
            "diagram.css",
            "charts.css",
            "learn.css",
            "prose.css",
            "neuron.css",
            "compare.css",
            "explain.css",
            "surface.css");

    private static final String FOLDER = "/weightroom/ui/";

    private final String id;

    Theme(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The theme with this id; dark for any other. */
    public static Theme byId(String id) {
        for (Theme theme : values()) {
            if (theme.id.equals(id)) {
                return theme;
            }
        }
        return DARK;
    }

    /** Light for dark, and dark for anything else. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Colours a scene and, through the base theme, every popup. */
    public void apply(Scene scene) {
        apply(scene, false);
    }

    /** Puts the base theme in place; before the first control is made, JavaFX's own is not even read. */
    public void applyBase() {
        String base =
                this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    /** @param still whether nothing in the scene is to move by itself */
    public void apply(Scene scene, boolean still) {
        applyBase();
        List<String> sheets = new ArrayList<>(List.of(sheet("theme-" + id + ".css")));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        if (still) {
            sheets.add(sheet("still.css"));
        }
        // All at once: after each change of the list every node looks for its rules anew.
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(FOLDER + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
