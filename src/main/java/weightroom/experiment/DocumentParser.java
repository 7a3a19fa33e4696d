package weightroom.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import weightroom.engine.InvalidInput;

/**
 * JSON or YAML text as {@linkplain Node nodes}. Stricter than both where leniency hides mistakes: a name may stand only
 * once in an object, numbers are plain decimals, YAML's aliases and tags are refused. Depth, length and number of values
 * are bounded.
 */
public final class DocumentParser {
    static final int MAX_DEPTH = 32;
    public static final int MAX_TEXT = 10_000;
    /** The most that the YAML parser takes by itself. */
    static final int MAX_YAML = 3 * 1024 * 1024;

    static final int MAX_VALUES = 4_000_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH + 2)
            .maxStringLength(TextFile.MAX_BYTES)
            .maxNumberLength(1000)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();
    private static final YAMLFactory YAML =
            YAMLFactory.builder().streamReadConstraints(LIMITS).build();
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)?(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    private final String name;
    private final String expected;
    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();
    private int values;

    private DocumentParser(String name, String expected, JsonParser parser) {
        this.name = name;
        this.expected = expected;
        this.parser = parser;
    }

    /** Whether a file of this name holds YAML; everything else is JSON. */
    static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    /**
     * @param name for messages; its ending tells YAML from JSON
     * @throws InvalidInput naming the place of the first thing that is wrong
     */
    public static Document parse(String name, String text) {
        return parse(name, text, isYaml(name), "an experiment");
    }

    /**
     * YAML that is part of another text.
     *
     * @param name of the whole, for messages
     * @param firstLine where in the whole it begins, from 1: lines are those of the whole
     * @param expected what it should hold, for the message on an empty one
     * @throws InvalidInput naming the place of the first thing that is wrong
     */
    public static Document yaml(String name, String text, int firstLine, String expected) {
        if (text.isBlank()) {
            throw new InvalidInput(Document.place(name, firstLine, 1) + "found nothing; expected " + expected);
        }
        return parse(name, "\n".repeat(firstLine - 1) + text, true, expected);
    }

    private static Document parse(String name, String text, boolean yaml, String expected) {
        if (yaml && text.length() > MAX_YAML) {
            throw new InvalidInput("%s has %d characters; of YAML at most %d are read, so write it as JSON"
                    .formatted(name, text.length(), MAX_YAML));
        }
        JsonFactory format = yaml ? YAML : JSON;
        try (JsonParser parser = format.createParser(text)) {
            return new DocumentParser(name, expected, parser).document();
        } catch (JsonProcessingException e) {
            throw SyntaxFault.of(name, text, yaml, yaml && !isYaml(name), e);
        } catch (IOException e) {
            throw new InvalidInput("%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private Document document() throws IOException {
        if (parser.nextToken() == null) {
            throw new InvalidInput(name + " is empty; expected " + expected);
        }
        Node root = value();
        if (parser.nextToken() != null) {
            throw error("found more after the end of the document; expected a single one");
        }
        return new Document(name, root);
    }

    private Node value() throws IOException {
        if (++values > MAX_VALUES) {
            throw error("there are more than %d values, the most that is read".formatted(MAX_VALUES));
        }
        rejectAliasesAndTags();
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> entries(line, column);
            case START_ARRAY -> items(line, column);
            case VALUE_STRING -> new Node.Text(line, column, text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Amount(line, column, number());
            case VALUE_TRUE, VALUE_FALSE -> new Node.Flag(line, column, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Node.Nothing(line, column);
            default -> throw error("found %s; expected a value".formatted(token));
        };
    }

    private Node entries(int line, int column) throws IOException {
        rejectDepth();
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (field.length() > MAX_TEXT) {
                throw error(
                        "a field's name has %d characters; at most %d are read".formatted(field.length(), MAX_TEXT));
            }
            if (entries.containsKey(field)) {
                throw error("the field \"%s\" stands here a second time; expected it once".formatted(field));
            }
            path.addLast(field);
            parser.nextToken();
            entries.put(field, value());
            path.removeLast();
        }
        return new Node.Entries(line, column, entries);
    }

    private Node items(int line, int column) throws IOException {
        rejectDepth();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path.addLast(Integer.toString(items.size()));
            items.add(value());
            path.removeLast();
        }
        return new Node.Items(line, column, items);
    }

    private String text() throws IOException {
        String text = parser.getText();
        if (text.length() > MAX_TEXT) {
            throw error("found a text of %d characters; at most %d are read".formatted(text.length(), MAX_TEXT));
        }
        return text;
    }

    private double number() throws IOException {
        String text = parser.getText();
        if (!DECIMAL.matcher(text).matches()) {
            throw error("found %s; expected a finite decimal number such as 0.5 or 1e-3".formatted(text));
        }
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw error("found %s, which is too large for a number of 64 bits"
                    .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
        return number;
    }

    private void rejectDepth() {
        if (path.size() >= MAX_DEPTH) {
            throw error("lists and objects are nested more than %d deep".formatted(MAX_DEPTH));
        }
    }

    private void rejectAliasesAndTags() throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw error("found the alias *%s; aliases are not read, write the value out".formatted(yaml.getText()));
        }
        if (parser.canReadTypeId() && parser.getTypeId() != null) {
            throw error("found the tag !%s; tags are not read, write the value alone".formatted(parser.getTypeId()));
        }
    }

    private InvalidInput error(String problem) {
        JsonLocation at = parser.currentTokenLocation();
        String where = path.isEmpty() ? "" : String.join(".", path) + ": ";
        String place = Document.place(name, at.getLineNr(), at.getColumnNr());
        return new InvalidInput(place + (where.length() > 200 ? where.substring(0, 200) + "…: " : where) + problem);
    }
}
