package weightroom.ui.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weightroom.ui.kit.Theme;

/**
 * How the window looks and behaves, whatever runs in it. All but what belongs to a moment (presentation, spotlight, frozen
 * axes) is remembered from one start to the next, at once when it changes.
 */
public final class Options {
    /** The smallest and the largest size of text, as a multiple of the usual one. */
    public static final double MIN_ZOOM = 0.8;

    public static final double MAX_ZOOM = 2;
    /** How much larger type and strokes are in a presentation. */
    public static final double PRESENTATION_ZOOM = 1.25;
    /** And on a large screen, beyond {@value #LARGE_SCREEN} pixels. */
    public static final double LARGE_PRESENTATION_ZOOM = 1.5;

    public static final double LARGE_SCREEN = 2560;

    private static final Logger LOG = LoggerFactory.getLogger(Options.class);

    private final Preferences preferences;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final BooleanProperty autosave = new SimpleBooleanProperty(true);
    private final StringProperty view = new SimpleStringProperty("train");
    private final StringProperty lesson = new SimpleStringProperty("");
    private final StringProperty lessonFolder = new SimpleStringProperty("");
    private final StringProperty device = new SimpleStringProperty("java");
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.USUAL);
    private final ObjectProperty<Set<Panel>> presented = new SimpleObjectProperty<>(EnumSet.allOf(Panel.class));
    private final BooleanProperty presentation = new SimpleBooleanProperty();
    private final BooleanProperty spotlight = new SimpleBooleanProperty();
    private final BooleanProperty frozenAxes = new SimpleBooleanProperty();

    /** Takes up what was remembered. */
    public Options(Preferences preferences) {
        this.preferences = preferences;
        theme.set(Theme.byId(preferences.get("theme", Theme.DARK.id())));
        zoom.set(bounded(preferences.getDouble("zoom", 1)));
        reducedMotion.set(preferences.getBoolean("reduced-motion", false));
        autosave.set(preferences.getBoolean("autosave", true));
        view.set(preferences.get("view", "train"));
        lesson.set(preferences.get("lesson", ""));
        lessonFolder.set(preferences.get("lesson-folder", ""));
        device.set(preferences.get("device", "java"));
        speed.set(Speed.byId(preferences.get("speed", Speed.USUAL.id())));
        presented.set(panels(preferences.get("presented", names(EnumSet.allOf(Panel.class)))));
        theme.addListener((observable, before, after) -> keep("theme", after.id()));
        zoom.addListener((observable, before, after) -> keep("zoom", after.toString()));
        reducedMotion.addListener((observable, before, after) -> keep("reduced-motion", after.toString()));
        autosave.addListener((observable, before, after) -> keep("autosave", after.toString()));
        view.addListener((observable, before, after) -> keep("view", after));
        lesson.addListener((observable, before, after) -> keep("lesson", after));
        lessonFolder.addListener((observable, before, after) -> keep("lesson-folder", after));
        device.addListener((observable, before, after) -> keep("device", after));
        speed.addListener((observable, before, after) -> keep("speed", after.id()));
        presented.addListener((observable, before, after) -> keep("presented", names(after)));
    }

    /** Options that nothing is remembered of. */
    public static Options passing() {
        return new Options(new PassingPreferences());
    }

    /** The parts of a workbench that a presentation shows or leaves out. */
    public enum Panel {
        NETWORK,
        HEALTH,
        BOUNDARY,
        CHARTS
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Size of type and strokes, as a multiple of the usual one, {@value #MIN_ZOOM} to {@value #MAX_ZOOM}. */
    public DoubleProperty zoom() {
        return zoom;
    }

    /** How large type and strokes are all in all, in a window of a width in pixels. */
    public double zoom(double windowWidth) {
        double presented = windowWidth > LARGE_SCREEN ? LARGE_PRESENTATION_ZOOM : PRESENTATION_ZOOM;
        return zoom.get() * (presentation.get() ? presented : 1);
    }

    /** Sets the size of type and strokes, or the nearest there is. */
    public void setZoom(double wanted) {
        zoom.set(bounded(wanted));
    }

    /** Whether nothing on the screen moves by itself to please. */
    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    /** Whether the run is kept every now and then without being asked to. */
    public BooleanProperty autosave() {
        return autosave;
    }

    /** The id of the view that is chosen. */
    public StringProperty view() {
        return view;
    }

    /** The id of the lesson that is open, and after a {@code #} its step from 1; empty for none. */
    public StringProperty lesson() {
        return lesson;
    }

    /** The folder whose lessons are shown; empty for those of the program. */
    public StringProperty lessonFolder() {
        return lessonFolder;
    }

    /** The id of the device that a new window computes on, or {@code auto}. */
    public StringProperty device() {
        return device;
    }

    /** How fast a new window plays. */
    public ObjectProperty<Speed> speed() {
        return speed;
    }

    /** What a presentation shows. */
    public ObjectProperty<Set<Panel>> presented() {
        return presented;
    }

    /** Whether the window is shown to a class: larger, without the controls, with the chosen panels only. */
    public BooleanProperty presentation() {
        return presentation;
    }

    /** Whether all but the part under the pointer is dimmed. */
    public BooleanProperty spotlight() {
        return spotlight;
    }

    /** Whether the axes of plots stay as they are, so that runs can be compared by eye. */
    public BooleanProperty frozenAxes() {
        return frozenAxes;
    }

    /** Whether something with a name was left on, such as a group of controls folded; off at first. */
    public boolean recalls(String name) {
        return preferences.getBoolean(name, false);
    }

    /** Remembers whether something with a name is on. */
    public void remember(String name, boolean on) {
        if (on != recalls(name)) {
            keep(name, Boolean.toString(on));
        }
    }

    /** A text that was remembered under a name, such as what was raced last; empty at first. */
    public String text(String name) {
        return preferences.get(name, "");
    }

    /** Remembers a text under a name; one that is too long to be kept is forgotten. */
    public void remember(String name, String text) {
        keep(name, text.length() > Preferences.MAX_VALUE_LENGTH ? "" : text);
    }

    private void keep(String key, String value) {
        preferences.put(key, value);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The option {} could not be kept", key, e);
        }
    }

    private static double bounded(double zoom) {
        return Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, Double.isFinite(zoom) ? zoom : 1));
    }

    private static String names(Set<Panel> panels) {
        return panels.stream()
                .map(panel -> panel.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private static Set<Panel> panels(String names) {
        Set<Panel> found = EnumSet.noneOf(Panel.class);
        for (Panel panel : Panel.values()) {
            if (("," + names + ",").contains("," + panel.name().toLowerCase(Locale.ROOT) + ",")) {
                found.add(panel);
            }
        }
        return found;
    }
}
