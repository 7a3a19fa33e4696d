package weightroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weightroom.engine.InvalidInput;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.Experiment;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;

/** {@code render}: draws the window without a display. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class RenderCommand implements Callable<Integer> {
    private static final String LEARN = "learn";
    private static final long MOST_EPOCHS = 1_000_000_000L;
    private static final int LEAST_WIDTH = 1024;
    private static final int LEAST_HEIGHT = 680;
    private static final int MOST_PIXELS = 8192;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final WindowPort window;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "render.file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--view", defaultValue = "train", paramLabel = "VIEW", descriptionKey = "render.view")
    private String view = "train";

    @Option(names = "--lesson", defaultValue = "", paramLabel = "ID", descriptionKey = "render.lesson")
    private String lesson = "";

    @Option(names = "--step", defaultValue = "1", paramLabel = "N", descriptionKey = "render.step")
    private int step = 1;

    @Option(names = "--epochs", defaultValue = "0", paramLabel = "N", descriptionKey = "render.epochs")
    private long epochs;

    @Option(names = "--theme", defaultValue = "dark", paramLabel = "THEME", descriptionKey = "render.theme")
    private String theme = "dark";

    @Option(names = "--size", defaultValue = "1600x1000", paramLabel = "WxH", descriptionKey = "render.size")
    private String size = "1600x1000";

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "PNG",
            descriptionKey = "render.out")
    private Path out = Path.of("");

    RenderCommand(WindowPort window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        oneOf("--view", view, window.views());
        oneOf("--theme", theme, window.themes());
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw new InvalidInput(Text.of("epochs.wrong", Long.toString(epochs)));
        }
        int[] pixels = pixels();
        AtomicFile.check(out);
        window.paint(lesson.isEmpty() ? ofFile(pixels) : ofLesson(pixels));
        spec.commandLine().getErr().println(Text.of("rendered", out.toString()));
        return WeightroomCommand.DONE;
    }

    private Picture ofFile(int[] pixels) {
        if (file.isEmpty() && view.equals(LEARN)) {
            return new Picture(
                    Experiment.opening(),
                    Path.of(""),
                    Optional.empty(),
                    view,
                    "",
                    epochs,
                    theme,
                    pixels[0],
                    pixels[1],
                    out);
        }
        Path read = file.orElseThrow(() -> new InvalidInput(Text.of("render.nothing")));
        TrainingJob job = TrainingJob.read(read, UnaryOperator.identity());
        return new Picture(
                job.setup().experiment(),
                job.folder(),
                job.saved(),
                view,
                "",
                epochs,
                theme,
                pixels[0],
                pixels[1],
                out);
    }

    private Picture ofLesson(int[] pixels) {
        Course course = Course.shipped();
        Lesson found = course.lesson(lesson)
                .orElseThrow(() -> new InvalidInput(Text.of(
                        "lesson.wrong",
                        lesson,
                        course.lessons().stream().map(Lesson::id).collect(Collectors.joining(", ")))));
        int steps = found.steps().size();
        if (step < 1 || step > steps) {
            throw new InvalidInput(Text.of("step.wrong", Integer.toString(step), Integer.toString(steps)));
        }
        String at = lesson + "#" + step;
        return new Picture(
                found.experiment(), Path.of(""), Optional.empty(), LEARN, at, epochs, theme, pixels[0], pixels[1], out);
    }

    private static void oneOf(String option, String found, List<String> expected) {
        if (!expected.contains(found)) {
            throw new InvalidInput(Text.of("choice.wrong", option, found, String.join(", ", expected)));
        }
    }

    private int[] pixels() {
        return Optional.of(size.split("x", -1))
                .filter(parts -> parts.length == 2 && size.matches("[0-9]{1,5}x[0-9]{1,5}"))
                .map(parts -> new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])})
                .filter(sides -> sides[0] >= LEAST_WIDTH && sides[1] >= LEAST_HEIGHT)
                .filter(sides -> sides[0] <= MOST_PIXELS && sides[1] <= MOST_PIXELS)
                .orElseThrow(() -> new InvalidInput(Text.of(
                        "size.wrong",
                        size,
                        Integer.toString(LEAST_WIDTH),
                        Integer.toString(LEAST_HEIGHT),
                        Integer.toString(MOST_PIXELS))));
    }
}
