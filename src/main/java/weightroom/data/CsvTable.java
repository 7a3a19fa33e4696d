package weightroom.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import weightroom.engine.InvalidInput;

/** The cells of a CSV text, line by line, into columns of numbers and a target. */
final class CsvTable {
    static final int MAX_COLUMNS = Feature.MAX_COUNT + 1;
    static final int MAX_CELL_LENGTH = 1_000;

    private final String name;
    private final CsvOptions options;
    private final Limits limits;
    private final CsvTarget targets;
    private final List<double[]> inputs = new ArrayList<>();
    private List<String> columns = List.of();
    private int firstLine;
    private int target;
    private boolean headed;

    private CsvTable(String name, CsvOptions options, Limits limits) {
        this.name = name;
        this.options = options;
        this.limits = limits;
        targets = new CsvTarget(options.meaning());
    }

    /** How long a table may be, so that it fits into memory. */
    record Limits(int rows, long cells) {
        static final Limits NORMAL = new Limits(1_000_000, 20_000_000);
    }

    /**
     * Reads a table.
     *
     * @param name of the file, for messages and as the data set's name
     * @throws InvalidInput naming file, line and column, what was found and what was expected
     */
    static Dataset parse(String name, String text, CsvOptions options) {
        return parse(name, text, options, Limits.NORMAL);
    }

    /** As above, with other limits. */
    static Dataset parse(String name, String text, CsvOptions options, Limits limits) {
        CsvTable table = new CsvTable(name, options, limits);
        table.read(text);
        return table.finish();
    }

    private void read(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(CsvDelimiter.detect(text))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (hasNext(records, parser.getCurrentLineNumber())) {
                CSVRecord cells = records.next();
                add(cells, parser.getCurrentLineNumber());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new InvalidInput(
                    "%s, line %d: a quoted cell is not closed, or text stands after its closing quote; expected \"text\" with every quote inside it doubled"
                            .formatted(name, line + 1),
                    e);
        }
    }

    private void add(CSVRecord cells, long line) {
        for (int j = 0; j < cells.size(); j++) {
            if (cells.get(j).length() > MAX_CELL_LENGTH) {
                throw new InvalidInput("%s, line %d, column %d: a cell of %,d characters; at most %,d are supported"
                        .formatted(name, line, j + 1, cells.get(j).length(), MAX_CELL_LENGTH));
            }
        }
        if (columns.isEmpty()) {
            begin(cells, (int) line);
            if (headed) {
                return;
            }
        }
        if (cells.size() != columns.size()) {
            throw new InvalidInput("%s, line %d: found %d cells; expected %d as in line %d"
                    .formatted(name, line, cells.size(), columns.size(), firstLine));
        }
        if (inputs.size() == limits.rows() || (inputs.size() + 1L) * columns.size() > limits.cells()) {
            throw new InvalidInput("%s, line %d: the table is too long; at most %,d rows and %,d cells are supported"
                    .formatted(name, line, limits.rows(), limits.cells()));
        }
        double[] row = new double[columns.size() - 1];
        for (int j = 0; j < columns.size(); j++) {
            String cell = cells.get(j);
            if (j == target) {
                targets.add(cell, place(line, j));
            } else {
                row[j < target ? j : j - 1] = number(cell, line, j);
            }
        }
        inputs.add(row);
    }

    private void begin(CSVRecord cells, int line) {
        firstLine = line;
        if (cells.size() > MAX_COLUMNS) {
            throw new InvalidInput("%s, line %d: found %,d columns; at most %,d are supported"
                    .formatted(name, line, cells.size(), MAX_COLUMNS));
        }
        if (cells.size() < 2) {
            throw new InvalidInput(
                    "%s, line %d: found one column; expected inputs and a target, separated by comma, semicolon or tab"
                            .formatted(name, line));
        }
        headed = switch (options.header()) {
            case PRESENT -> true;
            case ABSENT -> false;
            case DETECT -> looksLikeHeader(cells);
        };
        columns = headed ? header(cells) : numbered(cells.size());
        target = options.target().map(this::find).orElse(columns.size() - 1);
    }

    private boolean looksLikeHeader(CSVRecord cells) {
        return cells.stream().noneMatch(cell -> Numbers.parse(cell).isPresent() || CsvTarget.isMissing(cell))
                || options.target()
                        .filter(wanted -> placeIn(wanted, cells.size()) < 0
                                && cells.toList().contains(wanted))
                        .isPresent();
    }

    private List<String> header(CSVRecord cells) {
        Set<String> seen = new HashSet<>();
        for (int j = 0; j < cells.size(); j++) {
            if (cells.get(j).isEmpty()) {
                throw new InvalidInput(
                        "%s, line %d, column %d: the column has no name; expected one in every column of the header"
                                .formatted(name, firstLine, j + 1));
            }
            if (!seen.add(cells.get(j))) {
                throw new InvalidInput(
                        "%s, line %d, column %d: the name \"%s\" stands twice; expected a name of its own for every column"
                                .formatted(name, firstLine, j + 1, cells.get(j)));
            }
        }
        return cells.toList();
    }

    private List<String> numbered(int count) {
        List<String> names = new ArrayList<>(Dataset.numbered("x", count - 1));
        int wanted = options.target().map(text -> placeIn(text, count)).orElse(-1);
        int at = wanted < 0 ? count - 1 : wanted;
        names.add(at, "y");
        return names;
    }

    /** The index that a column's number from 1 stands for; −1 if there is no such column. */
    private static int placeIn(String number, int count) {
        int place = number.matches("[1-9]\\d{0,6}") ? Integer.parseInt(number) : 0;
        return place <= count ? place - 1 : -1;
    }

    /** The index of the target's column. */
    private int find(String wanted) {
        int place = headed ? columns.indexOf(wanted) : placeIn(wanted, columns.size());
        if (place >= 0) {
            return place;
        }
        throw new InvalidInput("%s, line %d: there is no column \"%s\" to be the target; expected one of: %s"
                .formatted(
                        name,
                        firstLine,
                        wanted,
                        headed ? String.join(", ", columns) : "1 to " + columns.size() + " (there is no header)"));
    }

    private double number(String cell, long line, int column) {
        OptionalDouble number = Numbers.parse(cell);
        if (number.isPresent()) {
            return finite(number.getAsDouble(), cell, place(line, column));
        }
        if (CsvTarget.isMissing(cell)) {
            throw new InvalidInput(
                    "%s: the value is missing (\"%s\"); expected a number, so fill it in or delete the line"
                            .formatted(place(line, column), cell));
        }
        String hint = cell.matches("[+-]?\\d*,\\d+") ? " with a decimal point" : "; only the target may be text";
        throw new InvalidInput(
                "%s: found \"%s\"; expected a number%s".formatted(place(line, column), shortened(cell), hint));
    }

    /** The number, unless a float cannot hold it. */
    static double finite(double number, String cell, String place) {
        if (!Float.isFinite((float) number)) {
            throw new InvalidInput("%s: %s is too large; expected a number of at most %s in size"
                    .formatted(place, shortened(cell), Float.MAX_VALUE));
        }
        return number;
    }

    private static String shortened(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }

    private String place(long line, int column) {
        return "%s, line %d, column %d (%s)".formatted(name, line, column + 1, columns.get(column));
    }

    private Dataset finish() {
        if (inputs.isEmpty()) {
            throw new InvalidInput("%s: there are no rows%s; expected at least one"
                    .formatted(name, headed ? " below the header in line " + firstLine : ""));
        }
        List<String> inputNames = new ArrayList<>(columns);
        inputNames.remove(target);
        return Dataset.of(name, inputNames, inputs.toArray(new double[0][]), targets.finish(columns.get(target)));
    }
}
