package weightroom.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import weightroom.engine.InvalidInput;

/** Small files from people: whole, bounded, and in UTF-8 or refused. */
public final class TextFile {
    /** The largest text that is read. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private TextFile() {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws InvalidInput naming the file when it is missing, a folder, unreadable, too large or not UTF-8
     */
    public static String read(Path file) {
        return decode(file.toString(), bytes(file, MAX_BYTES));
    }

    /** All bytes of a file of at most {@code limit}. */
    public static byte[] bytes(Path file, int limit) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder; expected a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit);
            if (bytes.length == limit && in.read() >= 0) {
                throw new InvalidInput("%s is larger than %d bytes, the most that is read".formatted(file, limit));
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What to tell the user when reading failed. */
    public static InvalidInput unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new InvalidInput(file + ": there is no such file", e);
        }
        if (e instanceof AccessDeniedException) {
            return new InvalidInput(file + ": no permission to read this file", e);
        }
        return new InvalidInput("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }

    /** @throws InvalidInput naming line and column of the first byte that is not UTF-8 */
    public static String decode(String name, byte[] bytes) {
        rejectWideEncodings(name, bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new InvalidInput(Document.place(name, line, column)
                    + "byte 0x%02X is not UTF-8; save the file as UTF-8".formatted(bytes[in.position()]));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void rejectWideEncodings(String name, byte[] bytes) {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        boolean zeros = bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0);
        if (marked || zeros) {
            throw new InvalidInput(Document.place(name, 1, 1)
                    + (zeros && !marked ? "found a zero byte, so this is no text" : "this is UTF-16 or UTF-32")
                    + "; save the file as UTF-8");
        }
    }
}
