package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    @Test
    void everySystemHasItsOwnCacheFolder() {
        assertEquals(Path.of("/home/x/.cache"), CacheFolder.of("Linux", Map.of(), "/home/x"));
        assertEquals(Path.of("/tmp/c"), CacheFolder.of("Linux", Map.of("XDG_CACHE_HOME", "/tmp/c"), "/home/x"));
        assertEquals(Path.of("/Users/x/Library/Caches"), CacheFolder.of("Mac OS X", Map.of(), "/Users/x"));
        assertEquals(Path.of("/local"), CacheFolder.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), "/x"));
    }
}
