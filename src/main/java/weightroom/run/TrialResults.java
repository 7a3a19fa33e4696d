package weightroom.run;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import weightroom.engine.CacheFolder;
import weightroom.experiment.AtomicFile;

/**
 * Which device won which trial, kept on disk, so that the same job runs on the same device, and gives the same numbers, next
 * time. Only a cache: whatever goes wrong here means another trial.
 *
 * @param file of lines {@code key=device}; may not exist yet
 */
record TrialResults(Path file) {
    private static final System.Logger LOG = System.getLogger(TrialResults.class.getName());
    private static final int MOST = 2000;
    private static final long MOST_BYTES = 1 << 20;

    /** Those of this user. */
    static TrialResults ofThisUser() {
        return new TrialResults(CacheFolder.ofThisUser().resolve("devices.properties"));
    }

    /** The id of the device that won under this key. */
    Optional<String> find(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** Keeps a winner, where the disk lets it. */
    void put(String key, String id) {
        Properties all = read();
        if (all.size() >= MOST) {
            all.clear();
        }
        all.setProperty(key, id);
        try {
            StringWriter text = new StringWriter();
            all.store(text, null);
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, stream -> stream.write(bytes));
        } catch (IOException | RuntimeException unwritable) {
            LOG.log(System.Logger.Level.INFO, "the winner of a trial could not be kept", unwritable);
        }
    }

    private Properties read() {
        Properties all = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(System.Logger.Level.INFO, "the winners of earlier trials could not be read", unreadable);
            all.clear();
        }
        return all;
    }
}
