package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jocl.CL;
import org.jocl.CLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.Activation;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

class OpenClDeviceTest {
    private static final String DOUBLE =
            "__kernel void twice(__global float* x) { x[get_global_id(0)] *= 2.0f; } __constant int unique%d = 1;";

    /** What a child process runs: how many devices there are, and why. */
    public static final class Listing {
        private Listing() {}

        public static void main(String[] arguments) {
            OpenCl.Discovery found = OpenCl.discover();
            System.out.println(
                    found.devices().size() + " " + found.explanation().orElse(""));
        }
    }

    @Test
    void aBrokenDriverIsQuietAndExplained(@TempDir Path vendors) throws IOException, InterruptedException {
        Files.writeString(vendors.resolve("broken.icd"), vendors.resolve("no-such-driver.so") + "\n");
        Process child = list(vendors);
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(1, TimeUnit.MINUTES));
        assertEquals("", err);
        assertEquals(0, child.exitValue());
        assertTrue(out.startsWith("0 ") && out.contains("networks train in Java"), out);
    }

    @Test
    void listingDevicesWritesNothing(@TempDir Path unused) throws IOException, InterruptedException {
        try (OpenClDevice device = Devices.first()) {
            assertEquals("opencl:0", device.id());
        }
        Process child = list(Path.of("/etc/OpenCL/vendors"));
        child.getInputStream().readAllBytes();
        assertEquals("", new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Process list(Path vendors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Listing.class.getName());
        builder.environment().put("OCL_ICD_VENDORS", vendors + File.separator);
        return builder.start();
    }

    @Test
    void aKernelThatDoesNotBuildShowsTheCompilersWords() {
        try (OpenClDevice device = Devices.first()) {
            DeviceFailure failure = assertThrows(
                    DeviceFailure.class, () -> device.context().program("__kernel void f() { undeclared_thing(3); }"));
            assertTrue(failure.getMessage().contains("undeclared_thing"), failure.getMessage());
            assertTrue(failure.getMessage().contains("opencl:0"), failure.getMessage());
        }
    }

    @Test
    void aProgramIsBuiltOnceAndThenTakenFromMemoryOrDisk(@TempDir Path folder) throws IOException {
        String source = DOUBLE.formatted(System.nanoTime());
        try (OpenClDevice device = Devices.first()) {
            DeviceInfo info = device.context().info();
            BinaryStore store = new BinaryStore(folder, 1 << 24);
            assertEquals(1, builds(info, store, source, 2), "the second is the first again");
            assertEquals(0, builds(info, store, source, 1), "taken from disk");
            assertEquals(1, builds(info, store, source + " __constant int other = 2;", 1), "another source");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                }
            }
            assertEquals(1, builds(info, store, source, 1), "a cut file is no program");
        }
    }

    /** Builds in a context of its own, checks that the kernel works, and says how often the compiler ran. */
    private static int builds(DeviceInfo info, BinaryStore store, String source, int times) {
        try (ClContext context = new ClContext(info, "test", Optional.of(store))) {
            for (int i = 0; i < times; i++) {
                float[] numbers = {1, 2, 3};
                try (ClBuffer buffer = context.copyOf(numbers);
                        ClKernel kernel =
                                context.program(source).kernel("twice").args().arg(buffer)) {
                    context.launch(kernel, new long[] {3}, new long[] {1});
                    context.read(buffer, 0, numbers, 3);
                }
                assertArrayEquals(new float[] {2, 4, 6}, numbers);
            }
            return context.programs().builds();
        }
    }

    @Test
    void aDeviceLostWhileTrainingIsOneClearFailure() {
        try (OpenClDevice device = Devices.first()) {
            LayeredProgram program = new LayeredProgram(device.context(), Products.BLOCKS, plan(), rows());
            program.train(10, 0);
            int[] left = {25};
            device.context().beforeCommand(() -> {
                if (left[0]-- <= 0) {
                    throw new CLException("CL_DEVICE_NOT_AVAILABLE", CL.CL_DEVICE_NOT_AVAILABLE);
                }
            });
            DeviceFailure failure = assertThrows(DeviceFailure.class, () -> program.train(100, 1));
            assertTrue(failure.getMessage().contains("no longer available"), failure.getMessage());
            program.close();
            assertEquals(0, device.context().liveBytes());
        }
    }

    @Test
    void deviceMemoryStaysTheSameOverManyStepsAndIsFreedAtTheEnd() {
        try (OpenClDevice device = Devices.first()) {
            LayeredProgram program = new LayeredProgram(device.context(), Products.BLOCKS, plan(), rows());
            float[] inputs = new float[200];
            float[] outputs = new float[100];
            program.train(100, 10);
            program.predict(0, inputs, 100, outputs);
            program.probe(0, new int[] {1, 2, 3});
            long before = device.context().liveBytes();
            for (int i = 0; i < 10; i++) {
                program.train(1000, 100);
                program.predict(0, inputs, 100, outputs);
                program.probe(0, new int[] {1, 2, 3});
                assertEquals(before, device.context().liveBytes());
            }
            program.close();
            assertEquals(0, device.context().liveBytes());
        }
    }

    @Test
    void smallNetworksGetAKernelOfTheirOwnAndAllOthersAreLayered() {
        try (OpenClDevice device = Devices.first();
                Program small = device.compile(plan(), rows());
                Program normed = device.compile(normed(), rows())) {
            assumeTrue(device.context().info().processor(), "graphics cards get the layered program only");
            assertInstanceOf(FusedProgram.class, small);
            assertFalse(normed instanceof FusedProgram, "all cores or one, it is layered");
            assertEquals(2, small.probe(0, new int[] {0, 1}).layers().get(1).activations().length);
        }
    }

    private static Plan normed() {
        Network network = new Network(
                2, List.of(new Layer(8, Activation.TANH).withBatchNorm(), new Layer(1, Activation.SIGMOID)), false);
        return new Plan(network, Loss.BINARY_CROSS_ENTROPY, 2, true, 10, new Replica(1, Optimizer.ADAM, 0.01));
    }

    private static Plan plan() {
        Network network =
                new Network(2, List.of(new Layer(8, Activation.TANH), new Layer(1, Activation.SIGMOID)), false);
        return new Plan(network, Loss.BINARY_CROSS_ENTROPY, 2, true, 10, new Replica(1, Optimizer.ADAM, 0.01));
    }

    private static List<Split> rows() {
        return List.of(new Split(new Rows(4, new float[] {0, 0, 0, 1, 1, 0, 1, 1}, new float[] {0, 1, 1, 0})));
    }
}
