package weightroom.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this package that users read. */
final class Text {
    private static final ResourceBundle TEXT = ResourceBundle.getBundle("weightroom.explain.messages");

    private Text() {}

    /** The text of this key, with values put in; numbers are grouped by thousands, texts stay as they are. */
    static String of(String key, Object... values) {
        return new MessageFormat(TEXT.getString(key), Locale.ROOT).format(values);
    }
}
