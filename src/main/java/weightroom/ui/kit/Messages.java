package weightroom.ui.kit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every word of the window that does not come from the vocabulary or the settings: one bundle per package. */
public final class Messages {
    private static final List<ResourceBundle> BUNDLES = List.of(
            bundle("messages"),
            bundle("frame"),
            bundle("controls"),
            bundle("diagram"),
            bundle("charts"),
            bundle("learn"),
            bundle("prose"),
            bundle("neuron"),
            bundle("compare"),
            bundle("explain"),
            bundle("surface"));

    private Messages() {}

    /**
     * The text behind a key.
     *
     * @throws MissingResourceException when no bundle has it
     */
    public static String text(String key) {
        for (ResourceBundle bundle : BUNDLES) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("no words for " + key, Messages.class.getName(), key);
    }

    /** Whether there is a text behind a key. */
    public static boolean has(String key) {
        return BUNDLES.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** The text behind a key, with {@code {0}}, {@code {1}} … filled in. */
    public static String text(String key, Object... values) {
        return new MessageFormat(text(key), Locale.ROOT).format(values);
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("weightroom.ui." + name, Locale.ROOT);
    }
}
