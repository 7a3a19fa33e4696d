package weightroom.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON or YAML document that knows where it stands, so that whatever is wrong with it can be pointed at.
 * Lines and columns count from 1; both are 0 in a value that no file holds.
 */
public sealed interface Node {
    int line();

    int column();

    /** What it is, for the middle of a sentence. */
    String found();

    /** Names with values, in the order of the file. */
    record Entries(int line, int column, Map<String, Node> values) implements Node {
        public static Entries of() {
            return new Entries(0, 0, new LinkedHashMap<>());
        }

        public Entries with(String name, Node value) {
            values.put(name, value);
            return this;
        }

        public Entries with(String name, String value) {
            return with(name, new Text(0, 0, value));
        }

        public Entries with(String name, double value) {
            return with(name, new Amount(0, 0, value));
        }

        public Entries with(String name, boolean value) {
            return with(name, new Flag(0, 0, value));
        }

        @Override
        public String found() {
            return "an object";
        }
    }

    /** Values in order. */
    record Items(int line, int column, List<Node> values) implements Node {
        public static Items ofNumbers(List<Double> numbers) {
            List<Node> values = new ArrayList<>(numbers.size());
            for (double number : numbers) {
                values.add(new Amount(0, 0, number));
            }
            return new Items(0, 0, values);
        }

        @Override
        public String found() {
            return values.size() == 1 ? "a list of 1 value" : "a list of %d values".formatted(values.size());
        }
    }

    /** A finite number. */
    record Amount(int line, int column, double value) implements Node {
        @Override
        public String found() {
            return Decimal.text(value);
        }
    }

    record Text(int line, int column, String value) implements Node {
        private static final int SHOWN = 60;

        @Override
        public String found() {
            String start = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            return '"' + start.replaceAll("\\p{Cntrl}", " ") + '"';
        }
    }

    record Flag(int line, int column, boolean value) implements Node {
        @Override
        public String found() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}. */
    record Nothing(int line, int column) implements Node {
        @Override
        public String found() {
            return "null";
        }
    }
}
