package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.data.DataSource.Options;
import weightroom.engine.InvalidInput;
import weightroom.engine.Term;

class DataSourceTest {
    private static Dataset generate(DataSource source, int samples, double noise) {
        return source.generate(new Options(samples, noise, source.defaults().classes()), 5);
    }

    private static int[] labels(Dataset dataset) {
        return ((Target.Labels) dataset.target()).labels();
    }

    @ParameterizedTest
    @CsvSource({"and,0001", "or,0111", "nand,1110", "nor,1000", "xor,0110", "xnor,1001"})
    void aGateIsItsTruthTableInOrder(String id, String table) {
        DataSource source = Term.byId(DataSource.class, "source", id);
        Dataset gate = source.generate(source.defaults(), 3);
        assertArrayEquals(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, gate.inputs());
        assertArrayEquals(table.chars().map(c -> c - '0').toArray(), labels(gate));
        assertEquals(List.of("0", "1"), ((Target.Labels) gate.target()).classNames());
        assertEquals(List.of("x1", "x2"), gate.inputNames());
    }

    @Test
    void moreRowsOfAGateRepeatTheTable() {
        Dataset gate = generate(DataSource.XOR, 10, 0);
        assertArrayEquals(new int[] {0, 1, 1, 0, 0, 1, 1, 0, 0, 1}, labels(gate));
        assertArrayEquals(gate.inputs()[1], gate.inputs()[9]);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBitsAndAnotherSeedDoesNot(DataSource source) {
        int n = Math.min(40, source.maxSamples());
        Options options = new Options(n, 0.1, source.defaults().classes());
        Dataset one = source.generate(options, 1);
        assertArrayEquals(one.inputs(), source.generate(options, 1).inputs());
        assertNotEquals(allNumbers(one), allNumbers(source.generate(options, 2)));
    }

    private static List<Double> allNumbers(Dataset dataset) {
        DoubleStream inputs = Arrays.stream(dataset.inputs()).flatMapToDouble(Arrays::stream);
        DoubleStream amounts = dataset.target() instanceof Target.Amounts amount
                ? Arrays.stream(amount.values()).flatMapToDouble(Arrays::stream)
                : DoubleStream.empty();
        return DoubleStream.concat(inputs, amounts).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void everySourceGivesWhatItSaysOfItself(DataSource source) {
        Dataset dataset = source.generate(source.defaults(), 1);
        assertEquals(source.id(), dataset.name());
        assertEquals(source.defaults().samples(), dataset.count());
        assertEquals(source.inputCount(), dataset.inputCount());
        assertEquals(source.isRegression(), dataset.target() instanceof Target.Amounts);
        assertEquals(source.inputCount() == 2, dataset.plane().isPresent());
        assertEquals(source.attribution(), dataset.attribution());
        assertTrue(allNumbers(dataset).stream().allMatch(Double::isFinite));
        assertSame(source, Term.byId(DataSource.class, "source", source.id()));
        assertFalse(source.label().isBlank() || source.formula().isBlank());
        assertTrue(source.help().endsWith("."), source.help());
        if (dataset.target() instanceof Target.Labels target) {
            assertEquals(source.defaults().classes(), target.classNames().size());
            assertEquals(
                    target.classNames().size(),
                    Arrays.stream(target.labels()).distinct().count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsTheSameShareOfTheSpreadForEverySource(DataSource source) {
        int n = Math.min(1500, source.maxSamples());
        Dataset clean = generate(source, n, 0);
        Dataset noisy = generate(source, n, 0.3);
        double[][] before = clean.inputs();
        double[][] after = noisy.inputs();
        if (source.isRegression()) {
            assertArrayEquals(before, after);
            before = ((Target.Amounts) clean.target()).values();
            after = ((Target.Amounts) noisy.target()).values();
        } else {
            assertArrayEquals(labels(clean), labels(noisy));
        }
        double share = 0;
        int shifted = 0;
        for (int j = 0; j < before[0].length; j++) {
            int column = j;
            double spread = deviation(
                    Arrays.stream(before).mapToDouble(row -> row[column]).toArray());
            double[] shift = new double[n];
            for (int i = 0; i < n; i++) {
                shift[i] = after[i][j] - before[i][j];
            }
            if (spread == 0) {
                assertEquals(0, deviation(shift));
            } else {
                share += deviation(shift) / spread;
                shifted++;
            }
        }
        assertEquals(0.3, share / shifted, n < 200 ? 0.03 : 0.015);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"XOR_CLOUDS", "CIRCLE", "SPIRAL", "MOONS", "BLOBS", "GAUSSIANS", "RINGS", "CHECKERBOARD"})
    void planarCloudsLieInThePlaneAndTheirClassesAreEven(DataSource source) {
        Dataset dataset = generate(source, 2000, 0);
        assertEquals(Plane.square(-6, 6), dataset.plane().orElseThrow());
        long inside = Arrays.stream(dataset.inputs())
                .filter(x -> Math.abs(x[0]) <= 6 && Math.abs(x[1]) <= 6)
                .count();
        assertTrue(inside >= 1990, inside + " of 2000 inside");
        int k = source.defaults().classes();
        for (int j = 0; j < k; j++) {
            int label = j;
            long rows = Arrays.stream(labels(dataset)).filter(l -> l == label).count();
            assertEquals(2000.0 / k, rows, 80);
        }
    }

    @Test
    void theClassOfACloudFollowsItsFormula() {
        Dataset clouds = generate(DataSource.XOR_CLOUDS, 500, 0);
        Dataset circle = generate(DataSource.CIRCLE, 500, 0);
        Dataset board = generate(DataSource.CHECKERBOARD, 500, 0);
        for (int i = 0; i < 500; i++) {
            double[] x = clouds.inputs()[i];
            assertEquals(x[0] * x[1] < 0 ? 1 : 0, labels(clouds)[i]);
            assertTrue(Math.abs(x[0]) >= 0.3 && Math.abs(x[1]) <= 5);
            double radius = Math.hypot(circle.inputs()[i][0], circle.inputs()[i][1]);
            assertTrue(labels(circle)[i] == 0 ? radius < 2.5 : radius > 3.5 && radius < 5);
            x = board.inputs()[i];
            long cell = Math.round(Math.floor(x[0] / 2.5) + Math.floor(x[1] / 2.5));
            assertEquals(cell % 2 == 0 ? 0 : 1, labels(board)[i]);
        }
    }

    @Test
    void ringsOfAnyNumberLieOneAroundTheOther() {
        Dataset rings = DataSource.RINGS.generate(new Options(500, 0, 5), 1);
        for (int i = 0; i < 500; i++) {
            double radius = Math.hypot(rings.inputs()[i][0], rings.inputs()[i][1]);
            assertEquals(labels(rings)[i], (int) radius);
        }
    }

    @Test
    void blobsOfAnyNumberLieAroundTheirCentres() {
        Dataset blobs = DataSource.BLOBS.generate(new Options(4000, 0, 4), 1);
        double[][] centres = {{0, 3.8}, {3.8, 0}, {0, -3.8}, {-3.8, 0}};
        for (int k = 0; k < 4; k++) {
            double[] mean = new double[2];
            for (int i = k; i < 4000; i += 4) {
                mean[0] += blobs.inputs()[i][0] / 1000;
                mean[1] += blobs.inputs()[i][1] / 1000;
            }
            assertArrayEquals(centres[k], mean, 0.1);
        }
    }

    @Test
    void theArmsOfTheSpiralAreEachOthersMirror() {
        Dataset spiral = generate(DataSource.SPIRAL, 400, 0);
        for (int i = 0; i < 400; i++) {
            double[] x = spiral.inputs()[i];
            double t = Math.hypot(x[0], x[1]) / 5;
            double angle = 3.5 * Math.PI * t + (labels(spiral)[i] == 1 ? Math.PI : 0);
            assertEquals(5 * t * Math.sin(angle), x[0], 1e-9);
            assertEquals(5 * t * Math.cos(angle), x[1], 1e-9);
            int turn = i / 2;
            assertEquals(turn / 200.0, t, 1.0 / 200 + 1e-9);
        }
    }

    @Test
    void amountsFollowTheirFormulas() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Math.sin(input(DataSource.SINE, i)[0]), amount(DataSource.SINE, i), 1e-12);
            double x = input(DataSource.POLYNOMIAL, i)[0];
            assertEquals(Math.cos(3 * Math.acos(x)), amount(DataSource.POLYNOMIAL, i), 1e-12);
            x = input(DataSource.LINE, i)[0];
            assertEquals(i % 10 == 9 ? 2 * x + 6 : 2 * x + 1, amount(DataSource.LINE, i), 1e-12);
            double[] p = input(DataSource.PLANE, i);
            assertEquals((p[0] + p[1]) / 10, amount(DataSource.PLANE, i), 1e-12);
            p = input(DataSource.BUMPS, i);
            double hills = hill(p, -3, 3) + hill(p, 3, -3) - hill(p, 3, 3) - hill(p, -3, -3);
            assertEquals(hills, amount(DataSource.BUMPS, i), 1e-12);
        }
    }

    private static double hill(double[] x, double c1, double c2) {
        return Math.exp(-Math.pow(Math.hypot(x[0] - c1, x[1] - c2), 2) / 4);
    }

    private static double[] input(DataSource source, int row) {
        return generate(source, 50, 0).inputs()[row];
    }

    private static double amount(DataSource source, int row) {
        return ((Target.Amounts) generate(source, 50, 0).target()).values()[row][0];
    }

    /** Means as R gives them for its copy of the table in Fisher's paper; the species come in blocks of fifty. */
    @Test
    void irisIsFishersTable() {
        Dataset iris = DataSource.IRIS.generate(DataSource.IRIS.defaults(), 1);
        double[] means = {5.843333, 3.057333, 3.758, 1.199333};
        for (int j = 0; j < 4; j++) {
            int column = j;
            assertEquals(
                    means[j],
                    Arrays.stream(iris.inputs())
                            .mapToDouble(row -> row[column])
                            .average()
                            .orElseThrow(),
                    5e-7);
        }
        assertEquals(List.of("setosa", "versicolor", "virginica"), ((Target.Labels) iris.target()).classNames());
        assertEquals("sepal_length_cm", iris.inputNames().get(0));
        assertEquals("virginica", iris.target().text(149));
        for (int i = 0; i < 150; i++) {
            assertEquals(i / 50, labels(iris)[i]);
        }
        assertTrue(iris.attribution().contains("Fisher") && iris.attribution().contains("CC BY 4.0"));
    }

    /** The counts per digit that the repository states for the test part (optdigits.names). */
    @Test
    void digitsAreThoseOfTheRepository() {
        Dataset digits = DataSource.DIGITS.generate(DataSource.DIGITS.defaults(), 1);
        int[] counts = new int[10];
        Arrays.stream(labels(digits)).forEach(label -> counts[label]++);
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, counts);
        assertTrue(Arrays.stream(digits.inputs())
                .flatMapToDouble(Arrays::stream)
                .allMatch(pixel -> pixel >= 0 && pixel <= 16));
        assertEquals(64, digits.inputCount());
    }

    @Test
    void fewerRowsOfATableAreDrawnAtRandomAndKeepTheirOrder() {
        Dataset some = DataSource.IRIS.generate(new Options(60, 0, 3), 1);
        assertEquals(60, some.count());
        int[] labels = labels(some);
        assertArrayEquals(Arrays.stream(labels).sorted().toArray(), labels);
        assertEquals(3, Arrays.stream(labels).distinct().count());
    }

    @Test
    void optionsOutOfRangeAreRefusedByName() {
        assertRefused(DataSource.XOR, new Options(0, 0, 2), "samples is 0; source xor expects 1 to 100000");
        assertRefused(DataSource.XOR, new Options(100_001, 0, 2), "samples is 100001");
        assertRefused(DataSource.IRIS, new Options(151, 0, 3), "samples is 151; source iris expects 1 to 150");
        assertRefused(DataSource.XOR, new Options(4, -0.1, 2), "noise is -0.1");
        assertRefused(DataSource.XOR, new Options(4, Double.NaN, 2), "noise is NaN");
        assertRefused(DataSource.XOR, new Options(4, 1.1, 2), "noise is 1.1");
        assertRefused(DataSource.RINGS, new Options(4, 0, 1), "classes is 1; source rings expects 2 to 10");
        assertRefused(DataSource.BLOBS, new Options(4, 0, 11), "classes is 11");
        assertRefused(DataSource.CIRCLE, new Options(4, 0, 3), "classes is 3; source circle always has 2");
    }

    private static void assertRefused(DataSource source, Options options, String message) {
        String found = assertThrows(InvalidInput.class, () -> source.generate(options, 1))
                .getMessage();
        assertTrue(found.startsWith(message), found);
    }
}
