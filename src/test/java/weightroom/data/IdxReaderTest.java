package weightroom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.InvalidInput;

class IdxReaderTest {
    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;
    /** Two images of two by three pixels. */
    private static final byte[] PIXELS = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255, 1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeAGoodPair() throws IOException {
        images = Files.write(folder.resolve("images.idx"), idx(PIXELS, IMAGES, 2, 2, 3));
        labels = Files.write(folder.resolve("labels.idx"), idx(new byte[] {3, 0}, LABELS, 2));
    }

    private static byte[] idx(byte[] data, int... words) {
        ByteBuffer out = ByteBuffer.allocate(4 * words.length + data.length);
        Arrays.stream(words).forEach(out::putInt);
        return out.put(data).array();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void pixelsAreSharesOfFullInkAndLabelsAreClasses() {
        Dataset dataset = IdxReader.read(images, labels);
        assertEquals("images.idx", dataset.name());
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, dataset.inputs()[0], 1e-15);
        assertEquals(6 / 255.0, dataset.inputs()[1][5]);
        Target.Labels target = (Target.Labels) dataset.target();
        assertArrayEquals(new int[] {3, 0}, target.labels());
        assertEquals(List.of("0", "1", "2", "3"), target.classNames());
        assertEquals("x6", dataset.inputNames().get(5));
    }

    @Test
    void packedFilesGiveTheSameRows() throws IOException {
        Dataset plain = IdxReader.read(images, labels);
        Files.write(images, zip(Files.readAllBytes(images)));
        Files.write(labels, zip(Files.readAllBytes(labels)));
        Dataset packed = IdxReader.read(images, labels);
        assertArrayEquals(plain.inputs(), packed.inputs());
        assertArrayEquals(((Target.Labels) plain.target()).labels(), ((Target.Labels) packed.target()).labels());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | is empty; expected an IDX file of images",
                "3  | byte 0: the file ends; expected the magic number in four bytes",
                "6  | byte 4: the file ends; expected the number of images",
                "11 | byte 8: the file ends; expected the height",
                "13 | byte 12: the file ends; expected the width",
                "16 | byte 16: the file ends early; of 12 bytes that its header promises, at least 12 are missing",
                "27 | byte 16: the file ends early; of 12 bytes that its header promises, at least 1 are missing",
            })
    void aTruncatedFileIsRefusedAtItsLastByte(int length, String message) throws IOException {
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), length));
        assertRefused(length == 0 ? images.toString() : "images.idx", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x801 | 2          | 2     | 3    | byte 0: found the magic number 0x00000801; expected 0x00000803",
                "0xD03 | 2          | 2     | 3    | byte 0: found the magic number 0x00000D03",
                "0x803 | 0          | 2     | 3    | byte 4: found 0 images; expected 1 to 1,000,000",
                "0x803 | -1         | 2     | 3    | byte 4: found 4,294,967,295 images",
                "0x803 | 2147483647 | 2     | 3    | byte 4: found 2,147,483,647 images",
                "0x803 | 2          | 0     | 3    | byte 8: found a height of 0 pixels; expected 1 to 4,096",
                "0x803 | 2          | 70000 | 3    | byte 8: found a height of 70,000 pixels",
                "0x803 | 2          | 2     | -3   | byte 12: found a width of 4,294,967,293 pixels",
                "0x803 | 1000000    | 4096  | 4096 | byte 16: found 1,000,000 images of 4,096 by 4,096 pixels; at most 50,000,000 pixels",
                "0x803 | 60000      | 28    | 28   | byte 16: the file ends early; of 47,040,000 bytes that its header promises, at least 47,039,988 are missing",
                "0x803 | 1          | 2     | 3    | byte 22: the file goes on; expected its end",
            })
    void aHeaderThatDoesNotFitIsRefusedAtItsByte(String magic, int count, int height, int width, String message)
            throws IOException {
        byte[] bytes = idx(PIXELS, Integer.decode(magic), count, height, width);
        Files.write(images, bytes);
        assertRefused("images.idx", message);
    }

    @Test
    void aPackedHeaderThatPromisesTheWorldIsRefusedBeforeAnythingIsUnpacked() throws IOException {
        Files.write(images, zip(idx(PIXELS, IMAGES, 60_000, 28, 28)));
        assertRefused(
                "images.idx",
                "byte 16: the file ends early; of 47,040,000 bytes that its header promises, at least 46,");
    }

    @Test
    void aPackedFileThatNeverEndsIsNotUnpackedToItsEnd() throws IOException {
        byte[] bomb = Arrays.copyOf(idx(PIXELS, IMAGES, 2, 2, 3), 1 << 26);
        Files.write(images, zip(bomb));
        assertRefused("images.idx", "byte 28: the file goes on; expected its end");
    }

    @Test
    void aPackedFileThatIsCutOffOrDamagedIsRefused() throws IOException {
        byte[] noise = new byte[5_000];
        new java.util.Random(1).nextBytes(noise);
        byte[] packed = zip(idx(noise, IMAGES, 2, 50, 50));
        Files.write(images, Arrays.copyOf(packed, packed.length / 2));
        assertRefused("images.idx", "the packed data is damaged or cut off");
        Files.write(images, Arrays.copyOf(packed, 5));
        assertRefused("images.idx", "byte 0: the gzip header is damaged");
        Files.write(images, Arrays.copyOf(packed, 12));
        assertRefused("images.idx", "byte 0: the packed data is damaged or cut off");
        byte[] broken = packed.clone();
        broken[packed.length - 6] ^= 1;
        Files.write(images, broken);
        assertRefused("images.idx", "byte 5,016: the packed data is damaged or cut off");
        byte[] header = packed.clone();
        header[2] = 99;
        Files.write(images, header);
        assertRefused("images.idx", "byte 0: the gzip header is damaged");
    }

    @Test
    void damagedLabelsAreRefusedInTheirOwnFile() throws IOException {
        Files.write(labels, idx(new byte[] {3, 0, 1}, LABELS, 3));
        assertRefused("labels.idx", "byte 4: found 3 labels; expected 2, as many as images.idx has images");
        Files.write(labels, idx(new byte[] {3}, LABELS, 2));
        assertRefused(
                "labels.idx",
                "byte 8: the file ends early; of 2 bytes that its header promises, at least 1 are missing");
        Files.write(labels, idx(new byte[] {3, 0, 0}, LABELS, 2));
        assertRefused("labels.idx", "byte 10: the file goes on");
        Files.write(labels, Files.readAllBytes(images));
        assertRefused(
                "labels.idx", "byte 0: found the magic number 0x00000803; expected 0x00000801, an IDX file of labels");
        Files.write(labels, zip(idx(new byte[] {3}, LABELS, 2)));
        assertRefused("labels.idx", "byte 9: the file ends early; bytes still missing: 1");
    }

    @Test
    void whatIsNoReadableFileIsRefusedByItsPath() throws IOException {
        Files.delete(images);
        assertRefused(images.toString(), "does not exist; expected an IDX file of images");
        Files.createDirectory(images);
        assertRefused(images.toString(), "is a directory");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(images.toFile(), "rw")) {
            huge.setLength(1L << 32);
        }
        assertRefused(images.toString(), "has 4,294,967,296 bytes; at most 50,000,016 are supported");
    }

    private void assertRefused(String place, String message) {
        String found = assertThrows(InvalidInput.class, () -> IdxReader.read(images, labels))
                .getMessage();
        assertTrue(found.startsWith(place), found);
        assertTrue(found.contains(message), found);
    }
}
