package weightroom.experiment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.engine.InvalidInput;

/** What a parser says about broken text, in words for the person who wrote it. */
final class SyntaxFault {
    private static final Pattern YAML_PLACE = Pattern.compile("in 'reader', line (\\d+), column (\\d+)");

    private SyntaxFault() {}

    static InvalidInput of(String name, String text, boolean yaml, boolean part, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        int line = at == null ? 0 : at.getLineNr();
        int column = at == null ? 0 : at.getColumnNr();
        String message = e.getOriginalMessage();
        Matcher place = YAML_PLACE.matcher(message);
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        if (e instanceof JsonEOFException || message.contains(yaml ? "stream" : "end-of-input") || text.isBlank()) {
            return new InvalidInput(
                    Document.place(name, line, column)
                            + (part
                                    ? "this ends in the middle of something; is a quotation mark or a bracket left open?"
                                    : "the file ends in the middle of something; was it cut off?"),
                    e);
        }
        String problem = e instanceof StreamConstraintsException ? limit(message) : plain(message);
        return new InvalidInput(
                Document.place(name, line, column) + "this is not " + (yaml ? "YAML: " : "JSON: ") + problem, e);
    }

    /** Without advice to programmers and character codes. */
    private static String plain(String message) {
        if (message.startsWith("Non-standard token")) {
            return "found " + message.replaceAll("^Non-standard token '(.*?)'.*", "$1")
                    + ", which is no number; expected a finite one";
        }
        if (message.contains("non-standard) comment")) {
            return "found a comment, which JSON does not have; remove it, or use YAML";
        }
        String last = message.lines()
                .filter(part -> !part.startsWith(" ") && !part.isBlank())
                .reduce("", (before, part) -> part);
        return lowerFirst(last.replaceAll(" ?\\((CTRL-CHAR, )?code \\d+\\)", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll("<org\\.yaml[^>]*>", "a list or an object")
                .replaceAll(" at \\[Source.*", ""));
    }

    private static String limit(String message) {
        return message.contains("depth")
                ? "lists and objects are nested more than %d deep".formatted(DocumentParser.MAX_DEPTH)
                : plain(message);
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
