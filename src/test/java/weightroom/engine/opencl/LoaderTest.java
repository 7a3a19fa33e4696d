package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {
    @TempDir
    private Path root;

    private Loader linux(Map<String, String> environment) {
        return new Loader("Linux", environment, root);
    }

    @Test
    void anEmptySystemHasNoLoader() {
        assertFalse(linux(Map.of()).present());
        assertFalse(new Loader("Mac OS X", Map.of(), root).present());
        assertFalse(
                new Loader("Windows 11", Map.of("SystemRoot", root.toString(), "PATH", "\"a\0b\";;"), root).present());
    }

    @Test
    void linuxKeepsItAmongItsLibraries() throws IOException {
        put("usr/lib/x86_64-linux-gnu/libOpenCL.so.1");
        assertTrue(linux(Map.of()).present());
    }

    @Test
    void theLinkersCacheNamesFoldersOfItsOwn() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(
                root.resolve("etc/ld.so.cache"), "glibc-ld.so.cache1.1 \0libOpenCL.so.1\0/opt/x/libOpenCL.so.1");
        assertTrue(linux(Map.of()).present());
    }

    @Test
    void theEnvironmentMayNameItsFolder() throws IOException {
        put("opt/cl/libOpenCL.so.1");
        assertTrue(linux(Map.of("LD_LIBRARY_PATH", "/nowhere:" + root.resolve("opt/cl")))
                .present());
    }

    @Test
    void windowsKeepsItInTheSystemFolderOrOnThePath() throws IOException {
        put("System32/OpenCL.dll");
        Path elsewhere = root.resolve("elsewhere");
        // Windows separates folders with a backslash, which is part of a name elsewhere.
        assertTrue(new Loader("Windows 10", Map.of("PATH", "x;" + root.resolve("System32")), root).present());
        assertFalse(new Loader("Windows 10", Map.of("PATH", elsewhere.toString()), root).present());
    }

    @Test
    void macOsHasAFramework() throws IOException {
        Files.createDirectories(root.resolve("System/Library/Frameworks/OpenCL.framework"));
        assertTrue(new Loader("Mac OS X", Map.of(), root).present());
    }

    @Test
    void withoutALoaderThereAreNoDevicesAndOneSentenceSaysWhy() {
        OpenCl.Discovery found = OpenCl.discover(linux(Map.of()));
        assertEquals(List.of(), found.devices());
        assertEquals(
                "No OpenCL driver is installed; networks train in Java instead.",
                found.explanation().orElseThrow());
    }

    private void put(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[] {1});
    }
}
