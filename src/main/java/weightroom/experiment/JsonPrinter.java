package weightroom.experiment;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** Nodes as JSON for people: what fits on a line stands on one, the rest is indented. */
public final class JsonPrinter {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonPrinter() {}

    public static String print(Node node) {
        JsonPrinter printer = new JsonPrinter();
        printer.value(node, 0, 0);
        return printer.out.append('\n').toString();
    }

    private void value(Node node, int depth, int used) {
        int start = out.length();
        boolean fits = line(node, start + WIDTH - used - depth * INDENT.length());
        if (fits && depth > 0) {
            return;
        }
        if (node instanceof Node.Entries entries && !entries.values().isEmpty()) {
            out.setLength(start);
            entries(entries, depth);
        } else if (node instanceof Node.Items items && !items.values().isEmpty()) {
            out.setLength(start);
            items(items, depth);
        }
    }

    private void entries(Node.Entries entries, int depth) {
        out.append('{');
        String separator = "\n";
        for (Map.Entry<String, Node> entry : entries.values().entrySet()) {
            out.append(separator).append(INDENT.repeat(depth + 1));
            name(entry.getKey());
            value(entry.getValue(), depth + 1, entry.getKey().length() + 4);
            separator = ",\n";
        }
        out.append('\n').append(INDENT.repeat(depth)).append('}');
    }

    private void items(Node.Items items, int depth) {
        out.append('[');
        String separator = "\n";
        for (Node item : items.values()) {
            out.append(separator).append(INDENT.repeat(depth + 1));
            value(item, depth + 1, 0);
            separator = ",\n";
        }
        out.append('\n').append(INDENT.repeat(depth)).append(']');
    }

    /** Appends the value on one line; false, and only part of it, once the text would go beyond {@code end}. */
    private boolean line(Node node, int end) {
        if (node instanceof Node.Entries entries) {
            String separator = "{ ";
            for (Map.Entry<String, Node> entry : entries.values().entrySet()) {
                out.append(separator);
                name(entry.getKey());
                if (!line(entry.getValue(), end)) {
                    return false;
                }
                separator = ", ";
            }
            out.append(entries.values().isEmpty() ? "{}" : " }");
        } else if (node instanceof Node.Items items) {
            String separator = "[";
            for (Node item : items.values()) {
                out.append(separator);
                if (!line(item, end)) {
                    return false;
                }
                separator = ", ";
            }
            out.append(items.values().isEmpty() ? "[]" : "]");
        } else if (node instanceof Node.Text text) {
            quoted(text.value());
        } else {
            out.append(node.found());
        }
        return out.length() <= end;
    }

    private void name(String name) {
        quoted(name);
        out.append(": ");
    }

    private void quoted(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
