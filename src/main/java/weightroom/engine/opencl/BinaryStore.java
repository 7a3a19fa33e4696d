package weightroom.engine.opencl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import weightroom.engine.CacheFolder;

/**
 * Built programs on disk, one file each, so that a kernel is compiled once per computer and not once per start. Only a
 * cache: whatever goes wrong here means that the kernel is built again. Files are written beside and moved into place, so
 * that two processes and a crash leave whole files or none; a file that was cut or changed is told by its checksum.
 *
 * @param folder where the files stand; may not exist yet
 * @param limit bytes of all files together; the oldest are deleted first
 */
record BinaryStore(Path folder, long limit) {
    private static final long LIMIT = 64L << 20;
    private static final byte[] MAGIC = "WRKERNEL1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + Long.BYTES;
    private static final String SUFFIX = ".bin";

    /** The store in the user's cache folder. */
    static BinaryStore ofThisUser() {
        return new BinaryStore(CacheFolder.ofThisUser().resolve("kernels"), LIMIT);
    }

    /** The binary stored under this key, if it is there and whole. */
    Optional<byte[]> read(String key) {
        Path file = folder.resolve(key + SUFFIX);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > limit) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length <= HEAD || !Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                return Optional.empty();
            }
            byte[] binary = Arrays.copyOfRange(all, HEAD, all.length);
            if (ByteBuffer.wrap(all).getLong(MAGIC.length) != checksum(binary)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(binary);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Stores a binary, where the disk lets it. */
    void write(String key, byte[] binary) {
        if (binary.length > limit / 2) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "new", ".tmp");
            try {
                ByteBuffer all = ByteBuffer.allocate(HEAD + binary.length);
                all.put(MAGIC).putLong(checksum(binary)).put(binary);
                Files.write(temporary, all.array());
                Files.move(
                        temporary,
                        folder.resolve(key + SUFFIX),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            evict();
        } catch (IOException unwritable) {
            // A cache that cannot be written is an empty cache.
        }
    }

    /** Deletes the files that were used longest ago until the rest keeps within the limit. */
    private void evict() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(BinaryStore::age).reversed())
                    .toList();
        }
        long bytes = 0;
        for (Path file : newestFirst) {
            bytes += Files.size(file);
            if (bytes > limit) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
