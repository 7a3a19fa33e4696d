package weightroom.engine.opencl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code .cl} file with places {@code @NAME@} that are filled in for one network. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("@[A-Z_]+@");

    private String text;

    Template(String file) {
        text = KernelSource.read(file);
    }

    /** Fills a place wherever it stands. */
    Template with(String name, Object value) {
        text = text.replace("@" + name + "@", value.toString());
        return this;
    }

    /**
     * The filled text.
     *
     * @throws IllegalStateException when a place was forgotten
     */
    @Override
    public String toString() {
        Matcher open = PLACE.matcher(text);
        if (open.find()) {
            throw new IllegalStateException("nothing was filled in for " + open.group());
        }
        return text;
    }
}
