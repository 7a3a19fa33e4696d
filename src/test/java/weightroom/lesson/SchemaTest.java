package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weightroom.engine.InvalidInput;

/** The schema and the reader take the same lessons: whatever is changed in a good one, both refuse it or none does. */
class SchemaTest {
    private static final String GOOD = Lessons.read(Lessons.RESOURCES.resolve("good.md"));
    private static final JsonNode SCHEMA = schema();
    /** What they hold is described elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of("set", "experiment", "when");

    /** What ties one field to the sense of another is beyond a schema. */
    private static final List<String> BEYOND = List.of("has the lane", "seeds, but the claim has", "right choices");

    private static JsonNode schema() {
        try {
            return JsonMapper.builder().build().readTree(Lessons.read(Path.of("src/docs/lesson.schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A piece of YAML in the good lesson.
     *
     * @param name of its definition in the schema
     * @param yaml as it stands there
     */
    private record Piece(String name, String yaml) {}

    private static List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int end = GOOD.indexOf("\n---\n", 4);
        pieces.add(new Piece("head", GOOD.substring(4, end + 1)));
        for (Node node = Markdown.parse(GOOD.substring(end + 5)).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock code
                    && BlockWord.byId(code.getInfo()).isPresent()) {
                pieces.add(new Piece(code.getInfo(), code.getLiteral()));
            }
        }
        return pieces;
    }

    @Test
    void everyBlockOfTheReaderIsInTheSchemaWithTheSameFields() {
        for (BlockWord word : BlockWord.values()) {
            assertThat(fields(word.id())).as(word.id()).containsExactlyInAnyOrderElementsOf(word.fields());
        }
        assertThat(fields("head")).containsExactlyInAnyOrderElementsOf(LessonReader.HEAD);
        assertThat(pieces()).extracting(Piece::name).containsAll(BlockWord.ids());
    }

    private static List<String> fields(String name) {
        List<String> fields = new ArrayList<>();
        SCHEMA.at("/$defs/" + name + "/properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    @TestFactory
    Stream<DynamicTest> bothTakeTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Piece piece : pieces()) {
            JsonNode good = YAMLMapper.builder().build().readTree(piece.yaml());
            assertThat(refused(piece, good)).isEqualTo(Optional.empty());
            assertThat(new SchemaCheck(SCHEMA).fault(piece.name(), good)).isEmpty();
            for (JsonNode changed : changes(good)) {
                tests.add(DynamicTest.dynamicTest(piece.name() + " " + changed, () -> compare(piece, changed)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    private static void compare(Piece piece, JsonNode changed) {
        Optional<String> reader = refused(piece, changed);
        Optional<String> schema = new SchemaCheck(SCHEMA).fault(piece.name(), changed);
        boolean beyond = BEYOND.stream().anyMatch(reader.orElse("")::contains);
        assertThat(schema.isPresent())
                .as("the reader says %s, the schema %s", reader, schema)
                .isEqualTo(reader.isPresent() && !(beyond && schema.isEmpty()));
    }

    /** Why the reader refuses the good lesson with this in place of the piece. */
    private static Optional<String> refused(Piece piece, JsonNode changed) {
        assertThat(GOOD).containsOnlyOnce(piece.yaml());
        try {
            Lessons.parse(GOOD.replace(piece.yaml(), changed + "\n"));
            return Optional.empty();
        } catch (InvalidInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The value with every one of its fields and items gone, of another kind, or joined by one that nobody knows. */
    private static List<JsonNode> changes(JsonNode value) {
        List<JsonNode> changes = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            changes.add(object.deepCopy().put("zzz", 1));
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                changes.add(object.deepCopy().without(name));
                others(object.get(name))
                        .forEach(other -> changes.add(object.deepCopy().set(name, other)));
                if (!ELSEWHERE.contains(name)) {
                    changes(object.get(name))
                            .forEach(inner -> changes.add(object.deepCopy().set(name, inner)));
                }
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                others(array.get(i)).forEach(other -> changes.add(with(array, at, other)));
                changes(array.get(i)).forEach(inner -> changes.add(with(array, at, inner)));
            }
        }
        return changes;
    }

    private static JsonNode with(ArrayNode array, int at, JsonNode value) {
        ArrayNode changed = array.deepCopy();
        changed.set(at, value);
        return changed;
    }

    /** Values of all kinds but this one. */
    private static List<JsonNode> others(JsonNode value) {
        JsonMapper mapper = JsonMapper.builder().build();
        return Stream.<Object>of("", List.of(), List.of(List.of()), -7.5, true)
                .<JsonNode>map(mapper::valueToTree)
                .filter(other -> other.getNodeType() != value.getNodeType() || other.isNumber() || other.isTextual())
                .toList();
    }
}
