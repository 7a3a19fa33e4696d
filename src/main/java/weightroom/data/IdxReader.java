package weightroom.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import weightroom.engine.InvalidInput;

/**
 * Reads images and labels in the IDX format of the MNIST database (LeCun, Cortes & Burges 1998), plain or gzipped.
 *
 * <p>Numbers are big-endian. Images: 0x00000803, count, height, width as four 32-bit words, then count·height·width bytes,
 * 0 white to 255 black. Labels: 0x00000801, count, then count bytes.
 */
public final class IdxReader {
    /** Most pixels in all: 60,000 images of 28 by 28 fit. */
    public static final long MAX_PIXELS = 50_000_000;

    private static final int MAX_COUNT = 1_000_000;
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    /** Deflate packs at most 1,032 bytes into one. */
    private static final int MAX_PACKING = 1_032;

    private IdxReader() {}

    /**
     * Reads a pair of files.
     *
     * @return inputs {@code (n, height·width)}, each byte/255; labels as classes {@code 0 … largest label}
     * @throws InvalidInput naming the file and the byte (from 0, of the unpacked file) where it stops being what is expected
     */
    public static Dataset read(Path images, Path labels) {
        double[][] pixels = readImages(images);
        int[] classes = readLabels(labels);
        if (pixels.length != classes.length) {
            throw new InvalidInput("%s, byte 4: found %,d labels; expected %,d, as many as %s has images"
                    .formatted(InputFile.name(labels), classes.length, pixels.length, InputFile.name(images)));
        }
        int largest = 0;
        for (int label : classes) {
            largest = Math.max(largest, label);
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j <= largest; j++) {
            names.add(Integer.toString(j));
        }
        return Dataset.of(
                InputFile.name(images),
                Dataset.numbered("x", pixels[0].length),
                pixels,
                new Target.Labels(names, classes));
    }

    private static double[][] readImages(Path file) {
        try (Source source = Source.open(file, IMAGES, "images")) {
            int count = source.count("images");
            int height = source.dimension("height");
            int width = source.dimension("width");
            long size = (long) height * width;
            if (count * size > MAX_PIXELS) {
                throw source.fault("found %,d images of %,d by %,d pixels; at most %,d pixels in all are supported"
                        .formatted(count, height, width, MAX_PIXELS));
            }
            source.expect(count * size);
            double[][] pixels = new double[count][];
            byte[] image = new byte[(int) size];
            for (int i = 0; i < count; i++) {
                source.fill(image);
                pixels[i] = new double[image.length];
                for (int j = 0; j < image.length; j++) {
                    pixels[i][j] = (image[j] & 0xFF) / 255.0;
                }
            }
            source.expectEnd();
            return pixels;
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private static int[] readLabels(Path file) {
        try (Source source = Source.open(file, LABELS, "labels")) {
            int count = source.count("labels");
            source.expect(count);
            byte[] bytes = new byte[count];
            source.fill(bytes);
            source.expectEnd();
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = bytes[i] & 0xFF;
            }
            return labels;
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    /** The bytes of one file, unpacked, and how many have been taken. */
    private static final class Source implements AutoCloseable {
        private final Path file;
        private final long size;
        private final boolean packed;
        private final InputStream in;
        private long at;

        private Source(Path file, long size, boolean packed, InputStream in) {
            this.file = file;
            this.size = size;
            this.packed = packed;
            this.in = in;
        }

        static Source open(Path file, int magic, String what) throws IOException {
            String expected = "an IDX file of " + what;
            long size = InputFile.check(file, expected, MAX_PIXELS + 16);
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            try {
                raw.mark(2);
                boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
                raw.reset();
                Source source = new Source(file, size, packed, packed ? unpack(file, raw) : raw);
                int found = source.word("the magic number");
                if (found != magic) {
                    source.at = 0;
                    throw source.fault(
                            "found the magic number 0x%08X; expected 0x%08X, %s".formatted(found, magic, expected));
                }
                return source;
            } catch (IOException | InvalidInput e) {
                raw.close();
                throw e;
            }
        }

        private static InputStream unpack(Path file, InputStream raw) throws IOException {
            try {
                return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16));
            } catch (ZipException | EOFException e) {
                throw new InvalidInput(
                        InputFile.name(file) + ", byte 0: the gzip header is damaged; expected gzip or plain IDX", e);
            }
        }

        int count(String what) throws IOException {
            int count = word("the number of " + what);
            if (count < 1 || count > MAX_COUNT) {
                throw faultBefore(
                        4, "found %,d %s; expected 1 to %,d".formatted(Integer.toUnsignedLong(count), what, MAX_COUNT));
            }
            return count;
        }

        int dimension(String what) throws IOException {
            int pixels = word("the " + what);
            if (pixels < 1 || pixels > Feature.MAX_COUNT) {
                throw faultBefore(
                        4,
                        "found a %s of %,d pixels; expected 1 to %,d"
                                .formatted(what, Integer.toUnsignedLong(pixels), Feature.MAX_COUNT));
            }
            return pixels;
        }

        /** Refuses a file that cannot hold what its header promises, before anything of that size is allocated. */
        void expect(long bytes) {
            long possible = packed ? size * MAX_PACKING : size - at;
            if (possible < bytes) {
                throw fault("the file ends early; of %,d bytes that its header promises, at least %,d are missing"
                        .formatted(bytes, bytes - possible));
            }
        }

        void fill(byte[] bytes) throws IOException {
            int got = take(bytes);
            if (got < bytes.length) {
                throw fault("the file ends early; bytes still missing: %,d".formatted(bytes.length - got));
            }
        }

        void expectEnd() throws IOException {
            if (take(new byte[1]) > 0) {
                at--;
                throw fault("the file goes on; expected its end, as the header says");
            }
        }

        private int word(String what) throws IOException {
            byte[] bytes = new byte[4];
            int got = take(bytes);
            if (got < 4) {
                at -= got;
                throw fault("the file ends; expected %s in four bytes".formatted(what));
            }
            return ByteBuffer.wrap(bytes).getInt();
        }

        /** As many bytes as there are, at most those asked for. */
        private int take(byte[] bytes) throws IOException {
            try {
                int got = in.readNBytes(bytes, 0, bytes.length);
                at += got;
                return got;
            } catch (ZipException | EOFException e) {
                throw new InvalidInput(place() + "the packed data is damaged or cut off; get the file anew", e);
            }
        }

        private InvalidInput faultBefore(int bytes, String what) {
            at -= bytes;
            return fault(what);
        }

        private InvalidInput fault(String what) {
            return new InvalidInput(place() + what);
        }

        private String place() {
            return "%s, byte %,d: ".formatted(InputFile.name(file), at);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
