package weightroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weightroom.engine.InvalidInput;
import weightroom.lesson.Checker;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.lesson.Verdict;
import weightroom.run.Devices;
import weightroom.run.Interruption;

/** {@code lessons check}: trains what lessons claim and says what does not hold. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class LessonsCheckCommand implements Callable<Integer> {
    private static final int UPDATE_MILLIS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final boolean onTerminal;

    @Parameters(arity = "0..*", paramLabel = "DIR|LESSON", descriptionKey = "lessons.what")
    private List<String> what = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** @param onTerminal whether messages go to a terminal, where a bar can be drawn */
    LessonsCheckCommand(boolean onTerminal) {
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean folder = !what.isEmpty() && Files.isDirectory(Path.of(what.get(0)));
        Course course = folder ? Course.read(Path.of(what.get(0))) : Course.shipped();
        List<String> wanted = what.subList(folder ? 1 : 0, what.size());
        for (String id : wanted) {
            boolean known = course.lessons().stream().anyMatch(lesson -> isOf(lesson.id(), id))
                    || course.faults().stream().anyMatch(fault -> isOf(fault.id(), id));
            if (!known) {
                throw new InvalidInput(
                        Text.of("lessons.none", id, course.folder().toString()));
            }
        }
        List<Lesson> chosen = course.lessons().stream()
                .filter(lesson -> isWanted(lesson.id(), wanted))
                .toList();
        List<Course.Fault> faults = course.faults().stream()
                .filter(fault -> isWanted(fault.id(), wanted))
                .toList();
        List<Verdict> verdicts = check(chosen);
        if (verdicts.size() < chosen.size()) {
            spec.commandLine().getErr().println(Text.of("lessons.stopped"));
            return WeightroomCommand.DONE;
        }
        LessonsReport report = new LessonsReport(course.folder(), verdicts, faults);
        if (json) {
            report.printJson(spec.commandLine().getOut());
        } else {
            report.printText(spec.commandLine().getOut(), Checker.runs(chosen));
        }
        boolean allTrue = verdicts.stream().allMatch(Verdict::holds);
        return !faults.isEmpty()
                ? WeightroomCommand.BAD_INPUT
                : allTrue ? WeightroomCommand.DONE : WeightroomCommand.NOT_TRUE;
    }

    private List<Verdict> check(List<Lesson> chosen) {
        try (Interruption interruption = new Interruption();
                Devices devices = new Devices()) {
            if (!onTerminal) {
                return new Checker(devices, interruption::asked, () -> {}).check(chosen);
            }
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName(Text.of("lessons.task"))
                    .setInitialMax(Checker.runs(chosen))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .build()) {
                return new Checker(devices, interruption::asked, bar::step).check(chosen);
            }
        }
    }

    private static boolean isWanted(String lesson, List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(id -> isOf(lesson, id));
    }

    /** Whether a lesson is the one meant, or of the chapter meant. */
    private static boolean isOf(String lesson, String id) {
        return lesson.equals(id) || lesson.startsWith(id + "/");
    }
}
