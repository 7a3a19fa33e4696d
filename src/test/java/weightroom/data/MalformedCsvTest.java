package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.data.CsvOptions.Header;
import weightroom.data.CsvOptions.Meaning;
import weightroom.engine.InvalidInput;

/** Every way a CSV file can be wrong, and what the message says: where, what was found, what was expected. */
class MalformedCsvTest {
    private static final CsvOptions AMOUNTS = new CsvOptions(Optional.empty(), Header.DETECT, Meaning.AMOUNTS);
    private static final CsvOptions HEADED = new CsvOptions(Optional.empty(), Header.PRESENT, Meaning.DETECT);

    @TempDir
    private Path folder;

    static Stream<Arguments> texts() {
        String missing = "the value is missing (\"%s\"); expected a number, so fill it in or delete the line";
        return Stream.of(
                arguments("a,b,y\n1,,3\n", "line 2, column 2 (b): " + missing.formatted("")),
                arguments("a,b,y\n1,2,3\n1,NA,3\n", "line 3, column 2 (b): " + missing.formatted("NA")),
                arguments("a,b,y\n\n\n1,?,3\n", "line 4, column 2 (b): " + missing.formatted("?")),
                arguments("a,b,y\n1,NaN,3\n", "line 2, column 2 (b): " + missing.formatted("NaN")),
                arguments(
                        "1,2,\n1,2,3\n",
                        "line 1, column 3 (y): the value is missing (\"\"); expected a class or a number"),
                arguments("a,y\n1,p\n2,null\n", "line 3, column 2 (y): the value is missing (\"null\")"),
                arguments("a,b,y\n1,Infinity,3\n", "line 2, column 2 (b): found \"Infinity\"; expected a number"),
                arguments(
                        "a,b,y\n1,two,3\n",
                        "line 2, column 2 (b): found \"two\"; expected a number; only the target may be text"),
                arguments("a,b,y\n1,1O,3\n", "line 2, column 2 (b): found \"1O\""),
                arguments("a,b,y\n1,0x1p3,3\n", "line 2, column 2 (b): found \"0x1p3\""),
                arguments("a,b,y\n1,2f,3\n", "line 2, column 2 (b): found \"2f\""),
                arguments(
                        "a,b,y\n1,1e999,3\n",
                        "line 2, column 2 (b): 1e999 is too large; expected a number of at most 3.4028235E38"),
                arguments("a,b,y\n1,-1e39,3\n", "line 2, column 2 (b): -1e39 is too large"),
                arguments("a,b,y\n1,2,1e39\n", "line 2, column 3 (y): 1e39 is too large"),
                arguments(
                        "a;b;y\n1;2,5;3\n",
                        "line 2, column 2 (b): found \"2,5\"; expected a number with a decimal point"),
                arguments("a,b,y\n1,2\n", "line 2: found 2 cells; expected 3 as in line 1"),
                arguments("a,b,y\n1,2,3\n1,2,3,4\n", "line 3: found 4 cells; expected 3 as in line 1"),
                arguments("1,2,3\n4,5,6\n7,8", "line 3: found 2 cells; expected 3 as in line 1"),
                arguments("a,b,y\n1,\"2,3\n4,5,6\n", "line 2: a quoted cell is not closed"),
                arguments(
                        "a,b,y\n1,\"2\"3,4\n",
                        "line 2: a quoted cell is not closed, or text stands after its closing quote"),
                arguments("a,a,y\n1,2,3\n", "line 1, column 2: the name \"a\" stands twice"),
                arguments("a,b,y\n", "there are no rows below the header in line 1; expected at least one"),
                arguments("\n\n\n", "there are no rows; expected at least one"),
                arguments("\uFEFF", "there are no rows; expected at least one"),
                arguments("1\n2\n3\n", "line 1: found one column; expected inputs and a target"),
                arguments("a|b|y\n1|2|3\n", "line 1: found one column"),
                arguments("{\"weightroom\": 1}\n", "line 1: found one column"),
                arguments(
                        "a,y\n1,2\n3,x\n",
                        "line 3, column 2 (y): found \"x\" in a target column that otherwise holds numbers"),
                arguments(
                        "a,y\n1,x\n3,2\n",
                        "line 3, column 2 (y): found \"2\" in a target column that otherwise holds text"),
                arguments(
                        "a,b,y\n1," + "9".repeat(1_001) + ",3\n",
                        "line 2, column 2: a cell of 1,001 characters; at most 1,000"),
                arguments(
                        "a,b,y\n1," + "z".repeat(99) + ",3\n",
                        "line 2, column 2 (b): found \"" + "z".repeat(40) + "…\""),
                arguments("1,".repeat(4_097) + "1\n", "line 1: found 4,098 columns; at most 4,097 are supported"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aBadCellOrLineIsNamed(String text, String message) throws IOException {
        assertRefused(write(text.getBytes(StandardCharsets.UTF_8)), CsvOptions.DEFAULT, "my.csv", message);
    }

    @Test
    void aNamelessColumnIsNamedByItsNumber() throws IOException {
        Path file = write("a,,y\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(file, HEADED, "my.csv", "line 1, column 2: the column has no name");
    }

    @Test
    void textWhereAmountsAreAskedForIsRefused() throws IOException {
        Path file = write("a,y\n1,x\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(file, AMOUNTS, "my.csv", "line 2, column 2 (y): found \"x\"; expected a number");
        file = write("a,y\n1,?\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(file, AMOUNTS, "my.csv", "line 2, column 2 (y): the value is missing (\"?\"); expected a number");
    }

    @Test
    void aTargetThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        Path headed = write("a,b,y\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                headed,
                CsvOptions.DEFAULT.withTarget("species"),
                "my.csv",
                "line 1: there is no column \"species\" to be the target; expected one of: a, b, y");
        Path bare = write("1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                bare,
                CsvOptions.DEFAULT.withTarget("4"),
                "my.csv",
                "line 1: there is no column \"4\" to be the target; expected one of: 1 to 3 (there is no header)");
        assertRefused(bare, CsvOptions.DEFAULT.withTarget("y"), "my.csv", "line 1: there is no column \"y\"");
    }

    @Test
    void aColumnOfNamesIsNoClass() throws IOException {
        StringBuilder text = new StringBuilder("a,name\n");
        for (int i = 0; i <= 1_000; i++) {
            text.append(i).append(",n").append(i).append('\n');
        }
        Path file = write(text.toString().getBytes(StandardCharsets.UTF_8));
        assertRefused(
                file,
                CsvOptions.DEFAULT,
                "my.csv",
                "line 1002, column 2 (name): this column has more than 1,000 different texts");
    }

    @Test
    void aTableThatIsTooLongIsRefusedWhereItPassesTheLimit() {
        String tooLong = "my.csv, line 3: the table is too long; at most ";
        assertEquals(
                tooLong + "2 rows and 99 cells are supported",
                refusal("1,2,3\n4,5,6\n7,8,9\n", new CsvTable.Limits(2, 99)));
        assertEquals(
                tooLong + "9 rows and 8 cells are supported",
                refusal("1,2,3\n4,5,6\n7,8,9\n", new CsvTable.Limits(9, 8)));
        assertEquals(
                2,
                CsvTable.parse("my.csv", "1,2\n3,4\n", CsvOptions.DEFAULT, new CsvTable.Limits(2, 4))
                        .count());
    }

    private static String refusal(String text, CsvTable.Limits limits) {
        return assertThrows(InvalidInput.class, () -> CsvTable.parse("my.csv", text, CsvOptions.DEFAULT, limits))
                .getMessage();
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(StandardCharsets.UTF_16LE, "\uFEFFa,y\n1,ü\n", "is written in UTF-16; expected UTF-8"),
                arguments(StandardCharsets.UTF_16BE, "\uFEFFa,y\n1,ü\n", "is written in UTF-16; expected UTF-8"),
                arguments(
                        StandardCharsets.UTF_16LE,
                        "a,y\n1,ü\n",
                        "line 1, byte 2: found a zero byte; expected text in UTF-8"),
                arguments(
                        StandardCharsets.ISO_8859_1,
                        "a,y\n1,ü\n",
                        "line 2, byte 7: found byte 0xFC, which is not UTF-8"),
                arguments(
                        Charset.forName("windows-1252"),
                        "a,€\n1,2\n",
                        "line 1, byte 3: found byte 0x80, which is not UTF-8"),
                arguments(
                        StandardCharsets.ISO_8859_1,
                        "a,y\n1,x\u00C3",
                        "line 2, byte 8: found byte 0xC3, which is not UTF-8"),
                arguments(StandardCharsets.ISO_8859_1, "\u001F\u008B\b\0\0\0", "is compressed; expected plain text"),
                arguments(StandardCharsets.ISO_8859_1, "PK\u0003\u0004", "is compressed; expected plain text"),
                arguments(StandardCharsets.ISO_8859_1, "\u0089PNG\r\n\u001a\n", "line 1, byte 1: found byte 0x89"),
                arguments(StandardCharsets.ISO_8859_1, "a,y\n1,\u00C0\u0080\n", "line 2, byte 7: found byte 0xC0"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void otherEncodingsAreRefusedAtTheirByte(Charset charset, String text, String message) throws IOException {
        assertRefused(write(text.getBytes(charset)), CsvOptions.DEFAULT, "my.csv", message);
    }

    @Test
    void whatIsNoReadableFileIsRefusedByItsPath() throws IOException {
        assertRefused(folder, CsvOptions.DEFAULT, folder.toString(), "is a directory; expected a CSV file");
        Path gone = folder.resolve("gone.csv");
        assertRefused(gone, CsvOptions.DEFAULT, gone.toString(), "does not exist; expected a CSV file");
        Path empty = write(new byte[0]);
        assertRefused(empty, CsvOptions.DEFAULT, empty.toString(), "is empty; expected a CSV file");
        Path inside = empty.resolve("inside.csv");
        assertRefused(inside, CsvOptions.DEFAULT, inside.toString(), "does not exist");
    }

    @Test
    void aDeviceIsNoFileToRead() {
        Path device = Path.of("/dev/zero");
        assumeFalse(Files.notExists(device), "there is no /dev/zero here");
        assertRefused(device, CsvOptions.DEFAULT, "/dev/zero", "is no regular file");
    }

    @Test
    void aFileWithoutPermissionIsRefusedByItsPath() throws IOException {
        Path file = write("1,2\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
        assertRefused(file, CsvOptions.DEFAULT, file.toString(), "may not be read");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(CsvReader.MAX_BYTES + 1);
        }
        assertRefused(
                file, CsvOptions.DEFAULT, file.toString(), "has 67,108,865 bytes; at most 67,108,864 are supported");
    }

    @Test
    void aRefusalReadsAsOneSentenceForTheUser() throws IOException {
        String message = assertThrows(
                        InvalidInput.class,
                        () -> CsvReader.read(write("a,b,y\n1,two,3\n".getBytes(StandardCharsets.UTF_8)), AMOUNTS))
                .getMessage();
        assertEquals(
                "my.csv, line 2, column 2 (b): found \"two\"; expected a number; only the target may be text", message);
        assertFalse(message.contains("Exception"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("my.csv"), bytes);
    }

    private static void assertRefused(Path file, CsvOptions options, String place, String message) {
        String found = assertThrows(InvalidInput.class, () -> CsvReader.read(file, options))
                .getMessage();
        assertTrue(found.startsWith(place), found);
        assertTrue(found.contains(message), found);
    }
}
