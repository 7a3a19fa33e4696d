package weightroom.experiment;

import weightroom.engine.InvalidInput;

/**
 * A parsed file.
 *
 * @param name how messages call it; empty for text that stands in no file
 * @param root its one value
 */
public record Document(String name, Node root) {
    /** Says what is wrong with a value, where it stands, and which field it is. */
    public InvalidInput error(Node at, String path, String problem) {
        // What the program made up itself stands where the document stands.
        Node where = at.line() > 0 ? at : root;
        String subject = path.isEmpty() ? "the document" : path;
        return new InvalidInput(place(name, where.line(), where.column()) + subject + " " + problem);
    }

    /** {@code xor.json, line 4, column 23: }, as much of it as is known. */
    public static String place(String name, int line, int column) {
        String where = line <= 0 ? "" : "line %d, column %d".formatted(line, column);
        String comma = name.isEmpty() || where.isEmpty() ? "" : ", ";
        return name.isEmpty() && where.isEmpty() ? "" : name + comma + where + ": ";
    }
}
