package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weightroom.data.CsvOptions;
import weightroom.data.CsvOptions.Header;
import weightroom.data.CsvOptions.Meaning;
import weightroom.data.DataSource;
import weightroom.data.Feature;
import weightroom.experiment.DataSpec.Origin;
import weightroom.experiment.DataSpec.OwnFile;
import weightroom.experiment.DataSpec.OwnRows;
import weightroom.experiment.DataSpec.Source;

/** The section {@code data} of an experiment file, read and written. */
final class DataFormat {
    private static final List<String> COMMON = List.of("train", "validation", "features", "standardize");
    private static final List<String> OF_SOURCE = List.of("source", "samples", "noise", "classes");
    private static final List<String> OF_ROWS = List.of("rows", "inputs");
    private static final List<String> OF_FILE = List.of("file", "target", "header", "meaning", "labels");
    private static final int MAX_ROWS = 1_000_000;
    private static final int MAX_COLUMNS = 10_000;
    private static final int MAX_NAME = 1_000;
    private static final double ROUNDING = 1e-9;

    private DataFormat() {}

    static DataSpec read(Section section) {
        Origin origin = origin(section);
        double train = section.number(Fields.TRAIN);
        double validation = section.number(Fields.VALIDATION);
        if (train + validation > 1 + ROUNDING) {
            throw section.fault(
                    "validation",
                    "is %s and train is %s; expected shares that sum to at most 1"
                            .formatted(Decimal.text(validation), Decimal.text(train)));
        }
        return new DataSpec(origin, train, validation, features(section), section.flag(Fields.STANDARDIZE));
    }

    private static Origin origin(Section section) {
        List<String> present = new ArrayList<>();
        for (String origin : List.of("source", "rows", "file")) {
            if (section.has(origin)) {
                present.add(origin);
            }
        }
        if (present.isEmpty()) {
            section.only(known(OF_SOURCE));
            throw section.error("does not say where the rows come from; expected one of: source, rows, file");
        }
        if (present.size() > 1) {
            throw section.error("has %s at once; expected one of them".formatted(String.join(" and ", present)));
        }
        return switch (present.get(0)) {
            case "source" -> source(section.only(known(OF_SOURCE)));
            case "rows" -> rows(section.only(known(OF_ROWS)));
            default -> file(section.only(known(OF_FILE)));
        };
    }

    private static Source source(Section section) {
        DataSource source = section.term("source", DataSource.class).orElseThrow();
        Source own = Source.of(source);
        double samples = section.number(Fields.SAMPLES.upTo(source.maxSamples()), own.samples());
        double noise = section.number(Fields.NOISE, own.noise());
        if (!source.choosesClasses() && section.has("classes")) {
            double classes = section.number(Fields.CLASSES);
            if (classes != own.classes()) {
                throw section.fault(
                        "classes", "is %s; %s".formatted(Decimal.text(classes), classesOf(source, own.classes())));
            }
        }
        double classes = section.number(Fields.CLASSES, own.classes());
        return new Source(source, (int) samples, noise, (int) classes);
    }

    private static String classesOf(DataSource source, int classes) {
        return classes == 0
                ? "the source %s predicts amounts and has no classes".formatted(source.id())
                : "the source %s always has %d".formatted(source.id(), classes);
    }

    private static OwnRows rows(Section section) {
        Node.Amount inputs =
                section.required("inputs", "how many numbers of a row are inputs") instanceof Node.Amount amount
                        ? amount
                        : new Node.Amount(0, 0, section.number(Fields.INPUTS));
        section.number(Fields.INPUTS);
        List<List<Double>> rows = new ArrayList<>();
        for (Node row : section.items("rows", MAX_ROWS).orElseThrow()) {
            String where = section.path("rows." + rows.size());
            int width = rows.isEmpty() ? 0 : rows.get(0).size();
            rows.add(section.numbers(row, where, Math.max(2, width), width == 0 ? MAX_COLUMNS : width));
        }
        int width = rows.get(0).size();
        if (inputs.value() >= width) {
            throw section.fault(
                    "inputs",
                    "is %s, and a row has %d numbers; expected 1 to %d, the rest are targets"
                            .formatted(Decimal.text(inputs.value()), width, width - 1));
        }
        return new OwnRows(rows, (int) inputs.value());
    }

    private static OwnFile file(Section section) {
        String path = section.text("file", MAX_NAME).orElseThrow();
        if (path.isBlank() || path.indexOf('\0') >= 0) {
            throw section.fault("file", "names no file; expected a path");
        }
        Optional<String> labels = section.text("labels", MAX_NAME);
        if (labels.isPresent()) {
            for (String ofTable : List.of("target", "header", "meaning")) {
                if (section.has(ofTable)) {
                    throw section.fault(
                            ofTable, "belongs to a table, and \"labels\" to images; expected one of the two");
                }
            }
        }
        return new OwnFile(path, new CsvOptions(target(section), header(section), meaning(section)), labels);
    }

    private static Optional<String> target(Section section) {
        if (section.node("target").orElse(null) instanceof Node.Amount amount) {
            Field column = Field.whole("target", "", "", 1, 1, MAX_COLUMNS);
            return Optional.of(Decimal.text(section.amount(column, amount, section.path("target"))));
        }
        return section.text("target", MAX_NAME);
    }

    private static Header header(Section section) {
        if (!section.has("header")) {
            return Header.DETECT;
        }
        return section.flag(Field.flag("header", "", "", true)) ? Header.PRESENT : Header.ABSENT;
    }

    private static Meaning meaning(Section section) {
        return section.choice("meaning", List.of("classes", "amounts"))
                .map(word -> Meaning.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Meaning.DETECT);
    }

    private static List<String> features(Section section) {
        List<String> features = new ArrayList<>();
        for (Node value : section.items("features", Feature.MAX_COUNT).orElse(List.of())) {
            if (!(value instanceof Node.Text text) || text.value().isBlank()) {
                throw section.wrong("features." + features.size(), value, "a formula such as \"x1\" or \"x1*x2\"");
            }
            features.add(text.value());
        }
        return features;
    }

    private static List<String> known(List<String> ofOrigin) {
        List<String> known = new ArrayList<>(ofOrigin);
        known.addAll(COMMON);
        return known;
    }

    static Node.Entries write(DataSpec data) {
        Node.Entries entries = Node.Entries.of();
        if (data.origin() instanceof Source source) {
            writeSource(source, entries);
        } else if (data.origin() instanceof OwnRows own) {
            List<Node> rows = new ArrayList<>(own.rows().size());
            own.rows().forEach(row -> rows.add(Node.Items.ofNumbers(row)));
            entries.with("rows", new Node.Items(0, 0, rows)).with("inputs", own.inputs());
        } else if (data.origin() instanceof OwnFile own) {
            writeFile(own, entries);
        }
        entries.with("train", data.train()).with("validation", data.validation());
        if (!data.features().isEmpty()) {
            List<Node> features = new ArrayList<>();
            data.features().forEach(formula -> features.add(new Node.Text(0, 0, formula)));
            entries.with("features", new Node.Items(0, 0, features));
        }
        return entries.with("standardize", data.standardize());
    }

    private static void writeSource(Source source, Node.Entries entries) {
        entries.with("source", source.source().id())
                .with("samples", source.samples())
                .with("noise", source.noise());
        if (source.source().choosesClasses()) {
            entries.with("classes", source.classes());
        }
    }

    private static void writeFile(OwnFile own, Node.Entries entries) {
        entries.with("file", own.path());
        own.labels().ifPresent(labels -> entries.with("labels", labels));
        own.table().target().ifPresent(target -> entries.with("target", target));
        if (own.table().header() != Header.DETECT) {
            entries.with("header", own.table().header() == Header.PRESENT);
        }
        if (own.table().meaning() != Meaning.DETECT) {
            entries.with("meaning", own.table().meaning().name().toLowerCase(Locale.ROOT));
        }
    }
}
