package weightroom.experiment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether bytes are still those that were written. */
final class Checksum {
    /** Bytes of a SHA-256. */
    static final int BYTES = 32;

    private Checksum() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
