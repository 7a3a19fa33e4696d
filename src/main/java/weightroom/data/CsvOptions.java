package weightroom.data;

import java.util.Optional;

/**
 * What a CSV file does not say about itself.
 *
 * @param target name of the target's column, or its number from 1 where there is no header; empty for the last column
 * @param header whether the first line names the columns
 * @param meaning what the target's cells mean
 */
public record CsvOptions(Optional<String> target, Header header, Meaning meaning) {
    /** Last column, header and meaning found out from the file. */
    public static final CsvOptions DEFAULT = new CsvOptions(Optional.empty(), Header.DETECT, Meaning.DETECT);

    /** Whether the first line names the columns. */
    public enum Header {
        /** A first line without a single number is a header. */
        DETECT,
        PRESENT,
        ABSENT
    }

    /** What the target's cells mean. */
    public enum Meaning {
        /** Amounts if every cell is a number, else classes. */
        DETECT,
        CLASSES,
        AMOUNTS
    }

    /** These options with another target column. */
    public CsvOptions withTarget(String column) {
        return new CsvOptions(Optional.of(column), header, meaning);
    }
}
