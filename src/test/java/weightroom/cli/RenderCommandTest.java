package weightroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code render}: a picture of the window without a display. */
class RenderCommandTest {
    private static final int DARK_SURFACE = 0xff181d25;
    private static final int LIGHT_SURFACE = 0xffffffff;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"dark, source, " + DARK_SURFACE, "light, rows, " + LIGHT_SURFACE})
    void theWindowIsDrawnAsLargeAsWantedInTheThemeWanted(String theme, String data, int surface) throws Exception {
        Path file = Examples.write(folder, "xor.json", data.equals("rows") ? Examples.OWN_ROWS : Examples.XOR);
        Path out = folder.resolve("picture.png");
        try (ChildJvm jvm = new ChildJvm(
                folder, "render", file, "--epochs", 20, "--theme", theme, "--size", "1366x768", "-o", out)) {
            assertEquals(0, jvm.status(), jvm.err());
            assertTrue(jvm.err().contains("Drew " + out), jvm.err());
        }
        BufferedImage image = ImageIO.read(out.toFile());
        assertEquals(1366, image.getWidth());
        assertEquals(768, image.getHeight());
        assertEquals(surface, image.getRGB(1300, 8), "the top bar");
        long colors = java.util.stream.IntStream.range(0, 1366 * 768)
                .map(i -> image.getRGB(i % 1366, i / 1366))
                .distinct()
                .count();
        assertTrue(colors > 200, "a decision field has many colours; found " + colors);
    }

    @ParameterizedTest
    @CsvSource({
        "--view, landscape, train",
        "--theme, pink, dark",
        "--size, big, 1600x1000",
        "--size, 10x10, at least 1024",
        "--epochs, -1, whole number",
    })
    void whatCannotBeDrawnIsRefusedAndNothingIsWritten(String option, String value, String expected) throws Exception {
        Path file = Examples.write(folder, "xor.json", Examples.XOR);
        Path out = folder.resolve("picture.png");
        try (ChildJvm jvm = new ChildJvm(folder, "render", file, option, value, "-o", out)) {
            assertEquals(2, jvm.status());
            assertTrue(jvm.err().contains(expected), jvm.err());
            assertEquals(1, jvm.err().lines().count(), jvm.err());
        }
        assertFalse(Files.exists(out));
    }

    @Test
    void aFileThatIsNoneIsNamed() throws Exception {
        try (ChildJvm jvm = new ChildJvm(folder, "render", "missing.json", "-o", folder.resolve("picture.png"))) {
            assertEquals(2, jvm.status());
            assertTrue(jvm.err().contains("missing.json"), jvm.err());
        }
    }
}
