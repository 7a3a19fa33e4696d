package weightroom.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;

/** Preferences that last as long as the window: for tests, and where a picture is drawn without leaving a trace. */
public final class PassingPreferences extends AbstractPreferences {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, PassingPreferences> children = new HashMap<>();

    @SuppressWarnings("NullAway") // A root has no parent.
    public PassingPreferences() {
        super(null, "");
    }

    private PassingPreferences(PassingPreferences parent, String name) {
        super(parent, name);
    }

    @Override
    protected void putSpi(String key, String value) {
        values.put(key, value);
    }

    @Override
    @SuppressWarnings("NullAway") // The contract of the class extended: null for a key without a value.
    protected String getSpi(String key) {
        return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
        values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
        values.clear();
    }

    @Override
    protected String[] keysSpi() {
        return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
        return children.keySet().toArray(String[]::new);
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
        return children.computeIfAbsent(name, missing -> new PassingPreferences(this, missing));
    }

    @Override
    protected void syncSpi() {
        // Nothing lasts, so there is nothing to bring in line.
    }

    @Override
    protected void flushSpi() {
        // Nothing lasts.
    }
}
