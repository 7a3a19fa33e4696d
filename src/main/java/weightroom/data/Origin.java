package weightroom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import weightroom.engine.RandomStream;

/** What a data source is made from. */
sealed interface Origin {
    /** Rows unless something else is asked for. */
    int samples();

    /** Noise unless something else is asked for. */
    double noise();

    /** Classes unless something else is asked for; 0 where amounts are predicted. */
    int classes();

    /** Number of raw inputs. */
    int inputs();

    /** The rows without noise, for options that were checked. */
    Dataset make(DataSource source, DataSource.Options options, RandomStream random);

    /**
     * Points placed one after the other by a formula.
     *
     * @param anyClasses whether the number of classes is free
     * @param plane the part of the plane worth drawing
     */
    record Field(
            int samples,
            double noise,
            int classes,
            boolean anyClasses,
            int inputs,
            Optional<Plane> plane,
            Shapes.Placement placement)
            implements Origin {
        @Override
        public Dataset make(DataSource source, DataSource.Options options, RandomStream random) {
            int n = options.samples();
            double[][] x = new double[n][inputs];
            double[][] amounts = new double[n][1];
            int[] labels = new int[n];
            for (int i = 0; i < n; i++) {
                amounts[i][0] = placement.place(new Shapes.Draw(i, n, options.classes(), random), x[i]);
                labels[i] = (int) amounts[i][0];
            }
            Target target = classes == 0
                    ? new Target.Amounts(List.of("y"), amounts)
                    : new Target.Labels(classNames(options.classes()), labels);
            return new Dataset(source.id(), Dataset.numbered("x", inputs), x, target, plane, "");
        }

        private static List<String> classNames(int classes) {
            return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        }
    }

    /**
     * A table that comes with the program; its last column is the class.
     *
     * @param file name of the resource in {@code /assets/datasets}
     */
    record Shipped(String file, int samples, int classes, int inputs, String attribution) implements Origin {
        private static final CsvOptions CLASSES_LAST =
                new CsvOptions(Optional.empty(), CsvOptions.Header.PRESENT, CsvOptions.Meaning.CLASSES);

        @Override
        public double noise() {
            return 0;
        }

        /** All rows in file order, or as many of them as are wanted, drawn at random and kept in file order. */
        @Override
        public Dataset make(DataSource source, DataSource.Options options, RandomStream random) {
            Dataset table = CsvTable.parse(source.id(), text(), CLASSES_LAST);
            int[] order = new int[table.count()];
            random.permute(order);
            int[] rows = Arrays.copyOf(order, options.samples());
            Arrays.sort(rows);
            Dataset picked = table.pick(rows);
            return new Dataset(
                    source.id(), picked.inputNames(), picked.inputs(), picked.target(), picked.plane(), attribution);
        }

        private String text() {
            try (InputStream in = Objects.requireNonNull(
                    Origin.class.getResourceAsStream("/assets/datasets/" + file), file + " is not in the build")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A logic gate: bit r of the table is the output of row r, the rows being (0,0), (0,1), (1,0), (1,1). */
    static Origin gate(int table) {
        return new Field(4, 0, 2, false, 2, Optional.of(Plane.square(-0.5, 1.5)), Shapes.gate(table));
    }

    /** Classes in the plane. */
    static Origin planar(int classes, Shapes.Placement placement) {
        return new Field(300, 0, classes, false, 2, Optional.of(Plane.square(-6, 6)), placement);
    }

    /** As many classes in the plane as one likes. */
    static Origin planarOfAnyClasses(int classes, Shapes.Placement placement) {
        return new Field(300, 0, classes, true, 2, Optional.of(Plane.square(-6, 6)), placement);
    }

    /** An amount over one input. */
    static Origin curve(Shapes.Placement placement) {
        return new Field(200, 0.1, 0, false, 1, Optional.empty(), placement);
    }

    /** An amount over the plane. */
    static Origin surface(Shapes.Placement placement) {
        return new Field(300, 0, 0, false, 2, Optional.of(Plane.square(-6, 6)), placement);
    }
}
