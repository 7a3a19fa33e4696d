package weightroom.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import weightroom.engine.InvalidInput;

/** The cells of the target column, which are classes or amounts once all have been seen. */
final class CsvTarget {
    static final int MAX_CLASSES = 1_000;

    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");

    private final CsvOptions.Meaning meaning;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<double[]> amounts = new ArrayList<>();
    private String textAt = "";

    CsvTarget(CsvOptions.Meaning meaning) {
        this.meaning = meaning;
    }

    /** Whether a cell says that there is no value. */
    static boolean isMissing(String cell) {
        return MISSING.contains(cell.toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * One more cell.
     *
     * @param place file, line and column, for messages
     */
    void add(String cell, String place) {
        if (isMissing(cell)) {
            throw new InvalidInput("%s: the value is missing (\"%s\"); expected %s, so fill it in or delete the line"
                    .formatted(
                            place, cell, meaning == CsvOptions.Meaning.AMOUNTS ? "a number" : "a class or a number"));
        }
        if (meaning != CsvOptions.Meaning.CLASSES) {
            addAmount(cell, place);
        }
        if (meaning != CsvOptions.Meaning.AMOUNTS) {
            addLabel(cell, place);
        }
    }

    private void addAmount(String cell, String place) {
        OptionalDouble number = Numbers.parse(cell);
        if (number.isPresent()) {
            amounts.add(new double[] {CsvTable.finite(number.getAsDouble(), cell, place)});
        } else if (meaning == CsvOptions.Meaning.AMOUNTS) {
            throw new InvalidInput("%s: found \"%s\"; expected a number".formatted(place, cell));
        } else if (textAt.isEmpty()) {
            textAt = "%s: found \"%s\"".formatted(place, cell);
        }
        boolean mixed = !amounts.isEmpty() && !textAt.isEmpty();
        if (mixed) {
            throw new InvalidInput((number.isPresent() ? "%s: found \"%s\"".formatted(place, cell) : textAt)
                    + " in a target column that otherwise holds "
                    + (number.isPresent() ? "text" : "numbers")
                    + "; expected only numbers (amounts) or only text (classes)");
        }
    }

    private void addLabel(String cell, String place) {
        boolean isAmount = meaning == CsvOptions.Meaning.DETECT && textAt.isEmpty();
        if (isAmount) {
            return;
        }
        labels.add(classes.computeIfAbsent(cell, c -> classes.size()));
        if (classes.size() > MAX_CLASSES) {
            throw new InvalidInput(
                    "%s: this column has more than %,d different texts; expected a class, so name another column as target"
                            .formatted(place, MAX_CLASSES));
        }
    }

    /** The target, its classes in order of number where all are numbers, else in order of text. */
    Target finish(String column) {
        if (labels.isEmpty()) {
            return new Target.Amounts(List.of(column), amounts.toArray(new double[0][]));
        }
        List<String> names = new ArrayList<>(classes.keySet());
        boolean numbers = names.stream().allMatch(name -> Numbers.parse(name).isPresent());
        names.sort(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder());
        int[] place = new int[names.size()];
        for (int i = 0; i < place.length; i++) {
            place[classes.getOrDefault(names.get(i), 0)] = i;
        }
        return new Target.Labels(
                names, labels.stream().mapToInt(label -> place[label]).toArray());
    }
}
