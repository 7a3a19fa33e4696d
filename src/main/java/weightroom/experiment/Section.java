package weightroom.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.engine.Knob;
import weightroom.engine.Term;

/** An object of a document on its way into a record: whatever does not fit is refused with its place. */
public final class Section {
    private final Document document;
    private final String path;
    private final Node.Entries node;

    private Section(Document document, String path, Node.Entries node) {
        this.document = document;
        this.path = path;
        this.node = node;
    }

    /** The whole document. */
    public static Section root(Document document) {
        return of(document, "", document.root());
    }

    /** @throws InvalidInput unless the value is an object */
    public static Section of(Document document, String path, Node value) {
        if (value instanceof Node.Entries entries) {
            return new Section(document, path, entries);
        }
        throw document.error(value, path, "is %s; expected an object with named fields".formatted(value.found()));
    }

    /** Refuses every field that is not one of these. */
    public Section only(List<String> known) {
        for (Map.Entry<String, Node> entry : node.values().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw document.error(
                        entry.getValue(),
                        path(new Node.Text(0, 0, entry.getKey()).found().replace("\"", "")),
                        "is not a known field; %sexpected one of: %s"
                                .formatted(Nearest.suggestion(entry.getKey(), known), String.join(", ", known)));
            }
        }
        return this;
    }

    public Section only(String... known) {
        return only(List.of(known));
    }

    public boolean has(String id) {
        return node.values().containsKey(id);
    }

    public Optional<Node> node(String id) {
        return Optional.ofNullable(node.values().get(id));
    }

    /** All fields with their names, in the order of the file. */
    public Map<String, Node> fields() {
        return Collections.unmodifiableMap(node.values());
    }

    /** @throws InvalidInput where the field is missing */
    public Node required(String id, String expected) {
        return node(id).orElseThrow(() -> error("has no field \"%s\"; expected %s".formatted(id, expected)));
    }

    public Optional<Section> section(String id) {
        return node(id).map(value -> of(document, path(id), value));
    }

    public Section requiredSection(String id) {
        return of(document, path(id), required(id, "an object"));
    }

    /** The number, or what the field starts with. */
    public double number(Field field) {
        return number(field, field.initial());
    }

    public double number(Field field, double absent) {
        return node(field.id())
                .map(value -> amount(field, value, path(field.id())))
                .orElse(absent);
    }

    public long whole(Field field) {
        return (long) number(field);
    }

    /** A number that stands at {@code path}, checked against the field's range. */
    public double amount(Field field, Node value, String where) {
        boolean whole = field.kind() == Setting.Kind.WHOLE;
        if (value instanceof Node.Amount amount
                && amount.value() >= field.low()
                && amount.value() <= field.high()
                && (!whole || amount.value() == Math.rint(amount.value()))) {
            return amount.value();
        }
        throw document.error(value, where, "is %s; expected %s".formatted(value.found(), field.expected()));
    }

    public boolean flag(Field field) {
        Optional<Node> value = node(field.id());
        if (value.isPresent() && !(value.get() instanceof Node.Flag)) {
            throw wrong(field.id(), value.get(), field.expected());
        }
        return value.map(found -> ((Node.Flag) found).value()).orElse(field.initial() != 0);
    }

    /** Text of at most {@code longest} characters. */
    public Optional<String> text(String id, int longest) {
        Optional<Node> value = node(id);
        if (value.isPresent()
                && !(value.get() instanceof Node.Text text && text.value().length() <= longest)) {
            throw wrong(id, value.get(), "a text of at most %d characters".formatted(longest));
        }
        return value.map(found -> ((Node.Text) found).value());
    }

    /** One of these words. */
    public Optional<String> choice(String id, List<String> words) {
        return node(id).map(value -> word(value, path(id), words));
    }

    /** A word of the vocabulary by its id. */
    public <T extends Enum<T> & Term> Optional<T> term(String id, Class<T> vocabulary) {
        return choice(id, ids(vocabulary)).map(word -> Term.byId(vocabulary, id, word));
    }

    /** The numbers that belong to a choice, in the order of its knobs. */
    public List<Double> knobs(List<Knob> knobs) {
        List<Double> numbers = new ArrayList<>();
        for (Knob knob : knobs) {
            numbers.add(number(Field.of(knob)));
        }
        return numbers;
    }

    /** The values of a list, 1 to {@code most} of them. */
    public Optional<List<Node>> items(String id, int most) {
        return node(id).map(value -> list(value, path(id), 1, most));
    }

    public List<Node> list(Node value, String where, int least, int most) {
        if (value instanceof Node.Items items
                && items.values().size() >= least
                && items.values().size() <= most) {
            return items.values();
        }
        String size = least == most ? "of %d".formatted(least) : "of %d to %d".formatted(least, most);
        throw document.error(value, where, "is %s; expected a list %s values".formatted(value.found(), size));
    }

    /** A list of finite numbers. */
    public List<Double> numbers(Node value, String where, int least, int most) {
        List<Node> nodes = list(value, where, least, most);
        List<Double> numbers = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            if (!(nodes.get(i) instanceof Node.Amount amount) || Math.abs(amount.value()) > Fields.LARGEST) {
                throw document.error(
                        nodes.get(i),
                        where + "." + i,
                        "is %s; expected a number from -1e30 to 1e30"
                                .formatted(nodes.get(i).found()));
            }
            numbers.add(amount.value());
        }
        return numbers;
    }

    /** Something is wrong with this object as a whole. */
    public InvalidInput error(String problem) {
        return document.error(node, path, problem);
    }

    /** Something is wrong with this field's value. */
    public InvalidInput wrong(String id, Node value, String expected) {
        return document.error(value, path(id), "is %s; expected %s".formatted(value.found(), expected));
    }

    /** Something is wrong with this field, in words of the caller. */
    public InvalidInput fault(String id, String problem) {
        return document.error(node.values().getOrDefault(id, node), path(id), problem);
    }

    /** Something is wrong with a value within this object. */
    public InvalidInput fault(Node value, String where, String problem) {
        return document.error(value, where, problem);
    }

    public String path(String id) {
        return path.isEmpty() ? id : path + "." + id;
    }

    public Section element(Node value, String where) {
        return of(document, where, value);
    }

    public static <T extends Enum<T> & Term> List<String> ids(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Term::id).toList();
    }

    private String word(Node value, String where, List<String> words) {
        if (value instanceof Node.Text text && words.contains(text.value())) {
            return text.value();
        }
        String suggestion = value instanceof Node.Text text ? Nearest.suggestion(text.value(), words) : "";
        throw document.error(
                value,
                where,
                "is %s; %sexpected one of: %s".formatted(value.found(), suggestion, String.join(", ", words)));
    }
}
