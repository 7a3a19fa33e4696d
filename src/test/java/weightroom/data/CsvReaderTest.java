package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.data.CsvOptions.Header;
import weightroom.data.CsvOptions.Meaning;

class CsvReaderTest {
    @TempDir
    private Path folder;

    private Dataset read(String text) {
        return read(text, CsvOptions.DEFAULT);
    }

    private Dataset read(String text, CsvOptions options) {
        try {
            return CsvReader.read(Files.writeString(folder.resolve("my.csv"), text), options);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Target.Labels labels(Dataset dataset) {
        return (Target.Labels) dataset.target();
    }

    private static double[][] amounts(Dataset dataset) {
        return ((Target.Amounts) dataset.target()).values();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,y\n1,2.5,3\n-4,5e-1,.6\n",
                "a;b;y\r\n1;2.5;3\r\n-4;5e-1;.6",
                "a\tb\ty\r1\t2.5\t3\r-4\t5e-1\t.6\r",
                "\uFEFFa,b,y\n1,2.5,3\n-4,5e-1,.6\n",
                "a , b , y\n\n 1 ,2.5, 3\n\n-4,+5e-1,.6\n\n",
                "\"a\",\"b\",\"y\"\n\"1\",2.5,3\n-4,\"0.5\",.6",
            })
    void delimitersLineEndsMarksSpacesAndQuotesMakeNoDifference(String text) {
        Dataset dataset = read(text);
        assertEquals("my.csv", dataset.name());
        assertEquals(List.of("a", "b"), dataset.inputNames());
        assertArrayEquals(new double[][] {{1, 2.5}, {-4, 0.5}}, dataset.inputs());
        assertArrayEquals(new double[][] {{3}, {0.6}}, amounts(dataset));
        assertEquals(List.of("y"), ((Target.Amounts) dataset.target()).names());
    }

    @Test
    void withoutAHeaderColumnsAreNumberedAndTheLastIsTheTarget() {
        Dataset dataset = read("1,2,yes\n3,4,no\n5,6,yes\n");
        assertEquals(List.of("x1", "x2"), dataset.inputNames());
        assertEquals(List.of("no", "yes"), labels(dataset).classNames());
        assertArrayEquals(new int[] {1, 0, 1}, labels(dataset).labels());
        assertTrue(dataset.plane().isPresent());
    }

    @Test
    void anyColumnCanBeTheTarget() {
        Dataset named = read("a,kind,b\n1,p,2\n3,q,4\n", CsvOptions.DEFAULT.withTarget("kind"));
        assertEquals(List.of("a", "b"), named.inputNames());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, named.inputs());
        assertArrayEquals(new int[] {0, 1}, labels(named).labels());
        Dataset numbered = read("p,1,2\nq,3,4\n", CsvOptions.DEFAULT.withTarget("1"));
        assertEquals(List.of("x1", "x2"), numbered.inputNames());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, numbered.inputs());
    }

    @Test
    void aHeaderMayBeForcedOrForbidden() {
        Dataset years = read("2019,2020\n1,2\n", new CsvOptions(Optional.of("2019"), Header.PRESENT, Meaning.DETECT));
        assertEquals(List.of("2020"), years.inputNames());
        assertArrayEquals(new double[][] {{1}}, amounts(years));
        assertEquals(
                List.of("2020"),
                read("2019,2020\n1,2\n", CsvOptions.DEFAULT.withTarget("2019")).inputNames());
        Dataset none = read("1,a\n2,b\n", new CsvOptions(Optional.empty(), Header.ABSENT, Meaning.DETECT));
        assertEquals(2, none.count());
    }

    @Test
    void numbersCanBeClassesInOrderOfTheirSize() {
        CsvOptions classes = new CsvOptions(Optional.empty(), Header.DETECT, Meaning.CLASSES);
        Dataset dataset = read("x,digit\n0.5,10\n0.6,9\n0.7,10\n", classes);
        assertEquals(List.of("9", "10"), labels(dataset).classNames());
        assertArrayEquals(new int[] {1, 0, 1}, labels(dataset).labels());
    }

    @Test
    void classesDoNotDependOnTheOrderOfRows() {
        assertEquals(List.of("a", "b", "c"), labels(read("1,c\n2,a\n3,b\n")).classNames());
        assertEquals(List.of("a", "b", "c"), labels(read("1,b\n2,c\n3,a\n")).classNames());
    }

    @Test
    void namesMayHoldAnyLetterDelimiterAndQuote() {
        Dataset dataset = read("\"größe, cm\",\"a \"\"b\"\"\",art\n1,2,\"süß; sauer\"\n3,4,bitter\n");
        assertEquals(List.of("größe, cm", "a \"b\""), dataset.inputNames());
        assertEquals("süß; sauer", dataset.target().text(0));
    }

    @Test
    void aDecimalCommaInAQuotedOrSemicolonFileDoesNotConfuseTheDelimiter() {
        assertEquals(List.of("a"), read("a;b\n1;x,y\n2;z\n").inputNames());
    }

    @Test
    void shippedTablesReadTheSameAsFiles() throws IOException {
        byte[] iris = DataSourceTest.class
                .getResourceAsStream("/assets/datasets/iris.csv")
                .readAllBytes();
        Dataset fromFile = read(new String(iris, StandardCharsets.UTF_8), CsvOptions.DEFAULT.withTarget("species"));
        Dataset shipped = DataSource.IRIS.generate(DataSource.IRIS.defaults(), 1);
        assertArrayEquals(shipped.inputs(), fromFile.inputs());
        assertArrayEquals(labels(shipped).labels(), labels(fromFile).labels());
    }
}
