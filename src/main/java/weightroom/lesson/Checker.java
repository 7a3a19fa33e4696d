package weightroom.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import weightroom.engine.InvalidInput;
import weightroom.lesson.ClaimCheck.Needed;
import weightroom.lesson.ClaimCheck.Read;
import weightroom.lesson.Part.Claim;
import weightroom.lesson.Part.Goal;
import weightroom.run.Devices;

/**
 * Trains all that lessons claim, and all that their goals ask for, on the Java engine. Runs go side by side on all
 * processors; runs that several claims of a lesson have in common are trained once.
 */
public final class Checker {
    private final Devices devices;
    private final BooleanSupplier stop;
    private final Runnable done;

    /**
     * @param devices what to train on; stays its owner's
     * @param stop asked before every run
     * @param done is told of every run that is over, on whichever thread trained it
     */
    public Checker(Devices devices, BooleanSupplier stop, Runnable done) {
        this.devices = devices;
        this.stop = stop;
        this.done = done;
    }

    /** How many runs there are to train. */
    public static int runs(Collection<Lesson> lessons) {
        return lessons.stream().mapToInt(Checker::runs).sum();
    }

    private static int runs(Lesson lesson) {
        int goals = goals(lesson).stream()
                .mapToInt(goal -> goal.solution().seeds().size())
                .sum();
        return byRun(lesson).size() + goals + 1;
    }

    /**
     * Checks lessons, all at once.
     *
     * @return one verdict for each, in the same order; of lessons that were not begun before it was told to stop, none
     */
    public List<Verdict> check(List<Lesson> lessons) {
        List<Sheet> sheets = lessons.stream().map(Sheet::new).toList();
        List<Runnable> jobs = new ArrayList<>();
        for (Sheet sheet : sheets) {
            jobs(sheet).forEach(job -> jobs.add(() -> named(sheet.lesson(), job)));
        }
        devices.workers().run(jobs.size(), part -> {
            if (!stop.getAsBoolean()) {
                jobs.get(part).run();
                done.run();
            }
        });
        return stop.getAsBoolean()
                ? List.of()
                : sheets.stream().map(Sheet::verdict).toList();
    }

    /** What cannot be trained is said of the lesson that asks for it. */
    private static void named(Lesson lesson, Runnable job) {
        try {
            job.run();
        } catch (InvalidInput e) {
            throw new InvalidInput(lesson.id() + ": " + e.getMessage(), e);
        }
    }

    /** What comes in from all threads about one lesson. */
    private record Sheet(Lesson lesson, Map<Read, Double> numbers, Map<Goal, List<String>> problems) {
        Sheet(Lesson lesson) {
            this(lesson, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        void note(Goal goal, List<String> found) {
            problems.merge(goal, found, (some, more) -> {
                List<String> both = new ArrayList<>(some);
                both.addAll(more);
                return both;
            });
        }

        Verdict verdict() {
            List<Finding> findings = new ArrayList<>();
            claims(lesson).forEach(claim -> findings.add(new ClaimCheck(claim).finding(numbers)));
            for (Goal goal : goals(lesson)) {
                List<String> found =
                        problems.getOrDefault(goal, List.of()).stream().sorted().toList();
                int seeds = goal.solution().seeds().size();
                int failed = (int) found.stream()
                        .filter(problem -> problem.startsWith("seed"))
                        .count();
                findings.add(new Finding(Finding.Kind.GOAL, goal.line(), goal.text(), seeds, seeds - failed, found));
            }
            return new Verdict(lesson, findings);
        }
    }

    private List<Runnable> jobs(Sheet sheet) {
        List<Runnable> jobs = new ArrayList<>();
        byRun(sheet.lesson()).forEach((run, metrics) -> jobs.add(() -> read(run, metrics, sheet.numbers())));
        for (Goal goal : goals(sheet.lesson())) {
            for (long seed : goal.solution().seeds()) {
                jobs.add(() -> sheet.note(goal, GoalCheck.solve(goal, seed, devices)));
            }
        }
        jobs.add(() ->
                GoalCheck.walk(sheet.lesson(), devices).forEach(met -> sheet.note(met.goal(), List.of(met.problem()))));
        return jobs;
    }

    private void read(Needed needed, Set<Metric> metrics, Map<Read, Double> numbers) {
        boolean everyEpoch = metrics.stream().anyMatch(metric -> metric.kind() == Metric.Kind.EPOCHS_TO);
        try (Trial trial = new Trial(devices, needed.experiment());
                Measure measure = new Measure(devices.java())) {
            trial.trainTo(needed.experiment().training().epochs(), everyEpoch);
            Moment end = trial.moment();
            for (Metric metric : metrics) {
                numbers.put(new Read(needed, metric), measure.of(metric, end));
            }
        }
    }

    /** The runs that a lesson's claims need, each with what is read off it. */
    private static Map<Needed, Set<Metric>> byRun(Lesson lesson) {
        Map<Needed, Set<Metric>> runs = new LinkedHashMap<>();
        for (Claim claim : claims(lesson)) {
            for (Read read : new ClaimCheck(claim).reads()) {
                runs.computeIfAbsent(read.run(), run -> new LinkedHashSet<>()).add(read.metric());
            }
        }
        return runs;
    }

    private static List<Claim> claims(Lesson lesson) {
        return lesson.steps().stream()
                .flatMap(step -> step.parts(Claim.class).stream())
                .toList();
    }

    private static List<Goal> goals(Lesson lesson) {
        return lesson.steps().stream()
                .flatMap(step -> step.parts(Goal.class).stream())
                .toList();
    }
}
