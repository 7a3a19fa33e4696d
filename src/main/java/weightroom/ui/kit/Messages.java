package weightroom.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every word of the window that does not come from the vocabulary or the settings. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("weightroom.ui.messages");

    private Messages() {}

    /** The text behind a key. */
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /** The text behind a key, with {@code {0}}, {@code {1}} … filled in. */
    public static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
