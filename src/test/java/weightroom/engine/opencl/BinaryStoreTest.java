package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryStoreTest {
    @TempDir
    private Path folder;

    private BinaryStore store;

    @BeforeEach
    void open() {
        store = new BinaryStore(folder.resolve("kernels"), 1000);
    }

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(Optional.empty(), store.read("a"));
        store.write("a", new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, store.read("a").orElseThrow());
        store.write("a", new byte[] {4});
        assertArrayEquals(new byte[] {4}, store.read("a").orElseThrow());
    }

    @Test
    void aChangedOrCutFileIsIgnored() throws IOException {
        store.write("a", new byte[100]);
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), store.read("a"), "cut to " + length);
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 64;
            Files.write(file, changed);
            assertEquals(Optional.empty(), store.read("a"), "changed at " + i);
        }
    }

    @Test
    void theOldestFilesGoWhenThereIsNoRoom() throws IOException {
        for (int i = 0; i < 5; i++) {
            store.write("k" + i, new byte[200]);
            Files.setLastModifiedTime(store.folder().resolve("k" + i + ".bin"), FileTime.fromMillis(1000L * i));
        }
        store.write("k5", new byte[200]);
        try (Stream<Path> files = Files.list(store.folder())) {
            assertTrue(files.mapToLong(file -> file.toFile().length()).sum() <= 1000);
        }
        assertTrue(store.read("k0").isEmpty());
        assertTrue(store.read("k5").isPresent());
        assertTrue(store.read("k4").isPresent());
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnEmptyCache() throws IOException {
        Files.write(folder.resolve("file"), new byte[1]);
        BinaryStore nowhere = new BinaryStore(folder.resolve("file").resolve("kernels"), 1000);
        nowhere.write("a", new byte[3]);
        assertEquals(Optional.empty(), nowhere.read("a"));
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(store.folder())) {
            return files.findFirst().orElseThrow();
        }
    }
}
