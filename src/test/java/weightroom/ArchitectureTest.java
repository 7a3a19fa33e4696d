package weightroom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may use what. Every rule is a function of the package it starts from, so that it is held against the program, and
 * once more against {@code weightroom.arch.broken}, where a class breaks it: a rule that lets that one pass checks
 * nothing.
 */
class ArchitectureTest {
    private static final String BROKEN = "weightroom.arch.broken";
    private static final JavaClasses THAT_BREAK_THEM = new ClassFileImporter().importPackages(BROKEN);

    private static final String[] JAVA_BASE = {
        "java.io..",
        "java.lang..",
        "java.math",
        "java.net",
        "java.nio..",
        "java.security..",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.jar",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "java.util.zip",
        "org.jspecify.annotations",
    };
    private static final String LOG = "org.slf4j";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String[] JAVAFX = {
        "javafx..",
        "com.sun.javafx..",
        "org.controlsfx..",
        "impl.org.controlsfx..",
        "atlantafx..",
        "org.kordamp.ikonli..",
    };

    /** A package of the program, as {@code ui..} or {@code engine.cpu}, and what it may use. */
    private record Room(String name, List<String> rooms, String[]... libraries) {
        ArchRule rule(String root) {
            List<String> allowed = new ArrayList<>(List.of(JAVA_BASE));
            Stream.concat(Stream.of(name), rooms.stream()).forEach(room -> allowed.add(root + "." + room));
            Arrays.stream(libraries).forEach(library -> allowed.addAll(List.of(library)));
            return classes()
                    .that()
                    .resideInAPackage(root + "." + name)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                    .because("each room uses only the rooms below it, so that it can be read, tested and moved alone");
        }
    }

    private static String[] library(String... packages) {
        return packages;
    }

    /** The ground floor first. {@code ui} and {@code cli}, which may use nearly all, have rules of their own below. */
    private static final List<Room> ROOMS = List.of(
            new Room("engine", List.of()),
            new Room("engine.cpu", List.of("engine")),
            new Room("engine.opencl", List.of("engine"), library("org.jocl..", LOG)),
            new Room("data", List.of("engine"), library("org.apache.commons.csv")),
            new Room("experiment", List.of("engine", "data"), library(JACKSON)),
            new Room("run", List.of("experiment", "engine..", "data"), library(LOG)),
            new Room("race", List.of("run", "experiment", "data", "engine"), library(LOG)),
            new Room("arithmetic", List.of("engine")),
            new Room("surface", List.of("arithmetic", "engine")),
            new Room("formula", List.of("engine")),
            new Room("explain", List.of("arithmetic", "formula", "run", "experiment", "data", "engine", "engine.cpu")),
            new Room("drawing", List.of("formula", "engine"), library("javax.xml.stream")),
            new Room(
                    "lesson",
                    List.of("run", "explain", "experiment", "data", "engine", "formula", "drawing"),
                    library("org.commonmark..", LOG)),
            new Room("export", List.of("run", "experiment", "data", "engine"), library(LOG)),
            new Room("plot", List.of(), JAVAFX),
            new Room("plot.formula", List.of("formula"), JAVAFX));

    /** A rule, and the class under {@link #BROKEN} that breaks it. */
    private record Tried(String name, Function<String, ArchRule> rule, String breaker) {}

    private static List<Tried> rules() {
        List<Tried> rules = new ArrayList<>();
        for (Room room : ROOMS) {
            String breaker = room.name() + ".ReachesTooFar";
            rules.add(new Tried(room.name() + " uses only what it may", room::rule, breaker));
        }
        rules.addAll(List.of(
                new Tried(
                        "every class stands in a room", ArchitectureTest::everyClassStandsInARoom, "cellar.HasNoRoom"),
                new Tried("no cycles", ArchitectureTest::noCycles, "data.ReachesTooFar"),
                new Tried("the window knows no command", ArchitectureTest::windowKnowsNoCommand, "ui.CallsACommand"),
                new Tried("commands know no window", ArchitectureTest::commandsKnowNoWindow, "cli.OpensTheWindow"),
                new Tried("JavaFX only in plot and ui", ArchitectureTest::javaFxInPlotAndUi, "run.DrawsByItself"),
                new Tried("JOCL only in engine.opencl", ArchitectureTest::joclInOneRoom, "ui.train.TalksToTheDevice"),
                new Tried("models know no scene", ArchitectureTest::modelsKnowNoScene, "ui.train.SceneModel"),
                new Tried("threads start in run", ArchitectureTest::threadsStartInRun, "engine.cpu.StartsThreads"),
                new Tried("runLater in one class", ArchitectureTest::runLaterInOneClass, "ui.train.RunsLaterToo"),
                new Tried("only cli prints", ArchitectureTest::onlyCliPrints, "data.Prints"),
                new Tried(
                        "nothing is deserialized",
                        ArchitectureTest::nothingIsDeserialized,
                        "experiment.Deserializes")));
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> theProgramKeepsTheRule() {
        JavaClasses program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("weightroom");
        assertThat(program.contain(Main.class)).isTrue();
        return rules().stream()
                .map(tried -> dynamicTest(tried.name(), () -> tried.rule()
                        .apply("weightroom")
                        .allowEmptyShould(true)
                        .check(program)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleFindsTheClassThatBreaksIt() {
        return rules().stream()
                .map(tried -> dynamicTest(tried.name(), () -> assertThat(tried.rule()
                                .apply(BROKEN)
                                .evaluate(THAT_BREAK_THEM)
                                .getFailureReport()
                                .getDetails())
                        .anyMatch(detail -> detail.contains(BROKEN + "." + tried.breaker()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"byHand", "byExecutor", "byPool", "byFuture", "byStream"})
    void everyWayToStartAThreadIsKnown(String way) {
        assertThat(threadsStartInRun(BROKEN)
                        .evaluate(THAT_BREAK_THEM)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("StartsThreads." + way));
    }

    private static ArchRule everyClassStandsInARoom(String root) {
        String[] rooms = Stream.concat(ROOMS.stream().map(Room::name), Stream.of("ui..", "cli.."))
                .map(room -> root + "." + room)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideOutsideOfPackage(root)
                .should()
                .resideInAnyPackage(rooms)
                .because("a package that the table does not name could use anything");
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other neither can be understood first");
    }

    private static ArchRule windowKnowsNoCommand(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".cli..", "picocli..", "me.tongfei.."))
                .because("what both need belongs into run");
    }

    private static ArchRule commandsKnowNoWindow(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".ui..", root + ".plot.."))
                .because("a command needs no display");
    }

    private static ArchRule javaFxInPlotAndUi(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".ui..", root + ".plot..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(JAVAFX))
                .because("everything else also runs without a display");
    }

    private static ArchRule joclInOneRoom(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".engine.opencl")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jocl.."))
                .because("JOCL loads a native library at the first touch, and only engine.opencl looks first");
    }

    private static ArchRule modelsKnowNoScene(String root) {
        return noClasses()
                .that(resideInAnyPackage(root + ".ui..")
                        .and(simpleNameEndingWith("Model"))
                        .or(resideInAnyPackage(root + ".ui.model..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .because("a model is tested without a toolkit");
    }

    private static ArchRule threadsStartInRun(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".run..")))
                .should()
                .accessTargetWhere(startsAThread())
                .orShould()
                .beAssignableTo(Thread.class)
                .because("one place knows every thread and ends it; the engine is lent threads as Workers");
    }

    private static DescribedPredicate<JavaAccess<?>> startsAThread() {
        return describe("a thread is started", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            boolean made = name.equals("<init>");
            return owner.isAssignableTo(Thread.class) && (made || name.equals("start"))
                    || owner.isAssignableTo(Executor.class) && (made || name.equals("commonPool"))
                    || owner.isEquivalentTo(Executors.class)
                    || owner.isEquivalentTo(java.util.Timer.class) && made
                    || owner.isEquivalentTo(CompletableFuture.class) && name.endsWith("Async")
                    || name.equals("parallelStream")
                    || owner.isAssignableTo(BaseStream.class) && name.equals("parallel")
                    || owner.getFullName().equals("javafx.concurrent.Service") && name.equals("start")
                    || owner.isEquivalentTo(Arrays.class) && name.startsWith("parallel");
        });
    }

    private static ArchRule runLaterInOneClass(String root) {
        return classes()
                .should(new ArchCondition<JavaClass>("call Platform.runLater in one class only") {
                    private final Map<String, String> callers = new TreeMap<>();

                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        Set<? extends JavaAccess<?>> accesses = item.getAccessesFromSelf();
                        accesses.stream()
                                .filter(access ->
                                        access.getTargetOwner().getFullName().equals("javafx.application.Platform"))
                                .filter(access -> access.getName().equals("runLater"))
                                .forEach(access -> callers.merge(
                                        outermost(item).getFullName(), access.getDescription(), (one, other) -> one));
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        if (callers.size() > 1) {
                            Collection<String> calls = callers.values();
                            calls.forEach(call -> events.add(SimpleConditionEvent.violated(call, call)));
                        }
                        callers.clear();
                    }
                })
                .because("what reaches the screen goes one way, which can be tested and throttled in one place");
    }

    private static JavaClass outermost(JavaClass item) {
        return item.getEnclosingClass().map(ArchitectureTest::outermost).orElse(item);
    }

    private static ArchRule onlyCliPrints(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".cli..")).and(not(belongToAnyOf(Main.class))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("the terminal belongs to the commands; the rest logs");
    }

    private static ArchRule nothingIsDeserialized(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class))
                .because("a file that someone sends must not be able to run code");
    }
}
