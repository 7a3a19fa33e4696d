package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.cpu.ReferenceDevice;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

/** What there is to compute on, and which of it {@code auto} takes. */
class DevicesTest {
    @TempDir
    Path folder;

    private static final Setup SPIRAL = Setup.of(Experiment.spiral(), Path.of(""));
    private static final long SLOW = 20_000_000L;

    private final Device real = new ReferenceDevice();

    private static Devices with(Device... openCl) {
        return new Devices(() -> new Devices.Found(List.of(openCl), Optional.empty()));
    }

    @Test
    void openClIsLookedForOnceAndOnlyWhenSomebodyAsks() {
        AtomicInteger searches = new AtomicInteger();
        try (Devices devices = new Devices(() -> {
            searches.incrementAndGet();
            return new Devices.Found(List.of(), Optional.of("No driver."));
        })) {
            assertEquals("java", devices.byId("java").id());
            assertEquals("reference", devices.byId("reference").id());
            new DeviceTrial(devices).choose(Devices.AUTO, SPIRAL, 10);
            assertEquals(0, searches.get());
            assertEquals(List.of(devices.java()), devices.all());
            assertEquals(Optional.of("No driver."), devices.openClProblem());
            assertEquals(1, searches.get());
        }
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedWithThoseThatAre() {
        try (Devices devices = new Devices(() -> new Devices.Found(List.of(), Optional.of("no driver")))) {
            String message = assertThrows(DeviceFailure.class, () -> devices.byId("opencl"))
                    .getMessage();
            assertEquals(
                    "There is no device \"opencl\"; found java (no driver). Expected one of these, auto or reference.",
                    message);
        }
    }

    @Test
    void openclAloneStandsForTheFirst() {
        Device first = new FakeDevice("opencl:0", real, 0, false);
        Device second = new FakeDevice("opencl:1", real, 0, false);
        try (Devices devices = with(first, second)) {
            assertSame(first, devices.byId("opencl"));
            assertSame(second, devices.byId("opencl:1"));
            assertThrows(DeviceFailure.class, () -> devices.byId("opencl:2"));
        }
    }

    @Test
    void autoTakesJavaForASmallJobWithoutATrial() {
        FakeDevice other = new FakeDevice("opencl:0", real, 0, false);
        try (Devices devices = with(other)) {
            DeviceTrial trial = new DeviceTrial(devices);
            assertSame(devices.java(), trial.choose(Devices.AUTO, SPIRAL, 100));
            assertEquals(0, other.compiled());
            assertSame(other, trial.choose("opencl:0", SPIRAL, 100), "asked for by name");
        }
    }

    @Test
    void autoTakesTheFastestOnceAndRemembers() {
        FakeDevice slow = new FakeDevice("opencl:0", real, SLOW, false);
        FakeDevice broken = new FakeDevice("opencl:1", real, 0, true);
        try (Devices devices = with(slow, broken)) {
            TrialResults kept = new TrialResults(folder.resolve("devices.properties"));
            DeviceTrial trial = new DeviceTrial(devices, kept);
            assertSame(devices.java(), trial.choose(Devices.AUTO, SPIRAL, Long.MAX_VALUE / 100_000));
            assertSame(devices.java(), trial.fastest(SPIRAL));
            assertEquals(1, slow.compiled());
            assertEquals(1, broken.compiled());
            assertSame(devices.java(), new DeviceTrial(devices, kept).fastest(SPIRAL), "the next start");
            assertEquals(1, slow.compiled(), "no second trial");
        }
    }

    @Test
    void aFileOfWinnersThatCannotBeUsedMeansAnotherTrial() throws IOException {
        FakeDevice slow = new FakeDevice("opencl:0", real, SLOW, false);
        Path file = folder.resolve("devices.properties");
        Files.writeString(file, "\\uXYZ=");
        try (Devices devices = with(slow)) {
            assertSame(devices.java(), new DeviceTrial(devices, new TrialResults(file)).fastest(SPIRAL));
            assertEquals(1, slow.compiled());
            assertSame(devices.java(), new DeviceTrial(devices, new TrialResults(folder)).fastest(SPIRAL), "a folder");
            assertEquals(2, slow.compiled());
        }
    }

    @Test
    void aDeviceThatCannotBeginIsReplacedByJava() {
        FakeDevice broken = new FakeDevice("opencl:0", real, 0, true);
        try (Devices devices = with(broken);
                Run run = new Run(SPIRAL, devices, broken)) {
            assertSame(devices.java(), run.device());
            String notice = run.takeNotice().orElseThrow();
            assertTrue(notice.contains("CL_BUILD_PROGRAM_FAILURE") && notice.contains("in Java from step 0"), notice);
            assertEquals(5, run.advance(5, 0));
        }
    }

    @Test
    void aDeviceLostWhileItIsAskedForAnswersIsReplacedAtTheSameStep() {
        FailingDevice failing = new FailingDevice(real, 1);
        try (Devices devices = with();
                Run run = new Run(SPIRAL, devices, failing)) {
            run.advance(30, 1);
            run.measure();
            failing.loseNow();
            float[] answers = run.predict(SPIRAL.data().get(0).train());
            assertEquals(30, run.step());
            assertSame(devices.java(), run.device());
            assertEquals(SPIRAL.data().get(0).train().count(), answers.length);
            assertFalse(Float.isNaN(answers[0]));
        }
    }

    @Test
    void benchLeavesOutADeviceThatFailsAndMeasuresTheOthers() {
        List<String> told = new ArrayList<>();
        Bench bench = new Bench(3, told::add, 1_000_000L, 1_000_000L);
        Device broken = new FakeDevice("opencl:0", real, 0, true);
        Device lost = new FailingDevice(real, 2);
        List<Bench.Result> results =
                bench.measure(List.of(Workload.W1, Workload.W4A), List.of(broken, lost, real), List.of());
        assertEquals(
                List.of("reference"),
                results.stream()
                        .filter(result -> result.workload() == Workload.W1)
                        .map(Bench.Result::by)
                        .toList());
        assertTrue(
                told.stream()
                        .anyMatch(text -> text.equals("W1 on opencl:0: left out. CL_BUILD_PROGRAM_FAILURE: line 3.")),
                told.toString());
        assertTrue(told.contains("W1 on opencl:9: left out. CL_DEVICE_NOT_AVAILABLE."), told.toString());
        Bench.Result first = results.get(0);
        assertEquals(3, first.runs().length);
        assertTrue(first.median() > 0 && first.check() > 0 && first.check() < 1, "a loss: " + first.check());
    }

    @Test
    void everyWorkloadDoesItsWork() {
        for (Workload workload : Workload.values()) {
            try (Workload.Job job = workload.start(real)) {
                assertTrue(job.work(1_000_000L) > 0, workload.id());
                assertTrue(Double.isFinite(job.check()), workload.id());
                assertTrue(workload.unit().endsWith("/s")
                        && !workload.description().isEmpty());
            }
        }
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertEquals(3, new Bench.Result(Workload.W1, "a", new double[] {9, 3, 1}, 0).median());
        assertEquals(4, new Bench.Result(Workload.W1, "a", new double[] {9, 3, 1, 5}, 0).median());
    }
}
