package weightroom.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Field;
import weightroom.experiment.JsonPrinter;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.lesson.Progress.OfLesson;
import weightroom.lesson.Progress.Place;
import weightroom.lesson.Progress.Prediction;

/** {@link Progress} as JSON, read as strictly as all else. */
final class ProgressFormat {
    private static final String FORMAT = "weightroom-progress";
    private static final int MOST_POINTS = 1_000;
    private static final double LARGEST = 1e15;

    private static final Field VERSION = Field.whole(FORMAT, "", "", 1, 1, 1);
    private static final Field STEP = Field.whole("step", "", "", 0, 0, 9_999);
    private static final Field DONE = Field.flag("done", "", "", false);
    private static final Field EPOCH = Field.whole("goals", "", "", 0, 0, 1e12);
    private static final Field CHOICE = Field.whole("choice", "", "", 0, 0, 99);
    private static final Field NUMBER = Field.number("number", "", "", 0, -LARGEST, LARGEST);

    private ProgressFormat() {}

    static String write(Progress progress) {
        Node.Entries lessons = Node.Entries.of();
        progress.lessons().forEach((id, done) -> lessons.with(id, write(done)));
        return JsonPrinter.print(Node.Entries.of().with(FORMAT, 1).with("lessons", lessons));
    }

    private static Node write(OfLesson lesson) {
        return Node.Entries.of()
                .with("step", lesson.step())
                .with("done", lesson.done())
                .with("goals", write(lesson.goals(), epoch -> new Node.Amount(0, 0, epoch)))
                .with("predictions", write(lesson.predictions(), ProgressFormat::write))
                .with("quizzes", write(lesson.quizzes(), choice -> new Node.Amount(0, 0, choice)));
    }

    private static <T> Node write(Map<Place, T> map, Function<T, Node> value) {
        Node.Entries entries = Node.Entries.of();
        new TreeMap<>(map).forEach((place, item) -> entries.with(place.toString(), value.apply(item)));
        return entries;
    }

    private static Node write(Prediction prediction) {
        if (prediction instanceof Prediction.Choice choice) {
            return Node.Entries.of().with("choice", choice.index());
        }
        if (prediction instanceof Prediction.Amount amount) {
            return Node.Entries.of().with("number", amount.value());
        }
        Prediction.Curve curve = (Prediction.Curve) prediction;
        Node.Entries entries = Node.Entries.of().with("curve", points(curve.points()));
        return curve.truth().length == 0 ? entries : entries.with("truth", points(curve.truth()));
    }

    private static Node points(double[][] curve) {
        List<Node> points = new ArrayList<>();
        for (double[] point : curve) {
            points.add(Node.Items.ofNumbers(List.of(point[0], point[1])));
        }
        return new Node.Items(0, 0, points);
    }

    /**
     * Reads what was written.
     *
     * @param name for messages
     * @throws InvalidInput naming the place and what is wrong there
     */
    static Progress read(String name, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(name + " is empty; expected the progress through lessons");
        }
        Section root = Section.root(DocumentParser.parse(name, text)).only(FORMAT, "lessons");
        root.required(FORMAT, "the version of the format, 1");
        root.number(VERSION);
        SortedMap<String, OfLesson> lessons = new TreeMap<>();
        Section all = root.requiredSection("lessons");
        all.fields().forEach((id, value) -> lessons.put(id, lesson(all.element(value, all.path(id)))));
        return new Progress(lessons);
    }

    private static OfLesson lesson(Section section) {
        section.only("step", "done", "goals", "predictions", "quizzes");
        return new OfLesson(
                (int) section.whole(STEP),
                section.flag(DONE),
                places(section, "goals", (of, entry) -> (long) of.amount(EPOCH, entry.value(), entry.path())),
                places(section, "predictions", (of, entry) -> prediction(of.element(entry.value(), entry.path()))),
                places(section, "quizzes", (of, entry) -> (int) of.amount(CHOICE, entry.value(), entry.path())));
    }

    private record Entry(String path, Node value) {}

    private static <T> Map<Place, T> places(Section lesson, String field, BiFunction<Section, Entry, T> read) {
        Map<Place, T> places = new HashMap<>();
        lesson.section(field).ifPresent(section -> section.fields().forEach((name, value) -> {
            Place place = Place.parse(name)
                    .orElseThrow(
                            () -> section.fault(value, section.path(name), "is no place; expected one such as 2-0"));
            places.put(place, read.apply(section, new Entry(section.path(name), value)));
        }));
        return places;
    }

    private static Prediction prediction(Section section) {
        section.only("choice", "number", "curve", "truth");
        if (section.fields().size() != (section.has("curve") && section.has("truth") ? 2 : 1)) {
            throw section.error("has %d fields; expected one of choice, number and curve"
                    .formatted(section.fields().size()));
        }
        if (section.has("choice")) {
            return new Prediction.Choice((int) section.whole(CHOICE));
        }
        if (section.has("number")) {
            return new Prediction.Amount(section.number(NUMBER));
        }
        return new Prediction.Curve(points(section, "curve"), points(section, "truth"));
    }

    private static double[][] points(Section section, String field) {
        List<Node> nodes = section.items(field, MOST_POINTS).orElse(List.of());
        double[][] points = new double[nodes.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = section.numbers(nodes.get(i), section.path(field + "." + i), 2, 2).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return points;
    }
}
