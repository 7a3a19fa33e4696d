package weightroom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import weightroom.engine.InvalidInput;

/**
 * Reads tables of comma-, semicolon- or tab-separated values (RFC 4180 with any of the three), in UTF-8 with or without a
 * byte order mark. Numbers are decimal with a point. A file is read whole or refused with the line and the column at fault.
 */
public final class CsvReader {
    /** Largest file: 64 MiB. */
    public static final long MAX_BYTES = 64L << 20;

    private CsvReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it cannot be read, is empty, too large, not UTF-8, or any cell is missing or not what its
     *     column asks for; the message names file, line and column, what was found and what was expected
     */
    public static Dataset read(Path file, CsvOptions options) {
        byte[] bytes = InputFile.read(file, "a CSV file", MAX_BYTES);
        String name = InputFile.name(file);
        return CsvTable.parse(name, decode(name, bytes), options);
    }

    /**
     * Reads a table from a text that was not in a file.
     *
     * @param name what to call it in messages
     * @throws InvalidInput as {@link #read}
     */
    public static Dataset parse(String name, String text, CsvOptions options) {
        return CsvTable.parse(name, text, options);
    }

    private static String decode(String name, byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            throw new InvalidInput(name + " is written in UTF-16; expected UTF-8, so save it as \"CSV UTF-8\"");
        }
        if (starts(bytes, 0x1F, 0x8B) || starts(bytes, 'P', 'K')) {
            throw new InvalidInput(
                    name + " is compressed; expected plain text, so unpack it first (or export it as CSV)");
        }
        int from = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        int line = 1;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new InvalidInput(
                        "%s, line %d, byte %d: found a zero byte; expected text in UTF-8".formatted(name, line, i + 1));
            }
            line += bytes[i] == '\n' ? 1 : 0;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new InvalidInput(
                    "%s, line %d, byte %d: found byte 0x%02X, which is not UTF-8; expected UTF-8, so save the file in that encoding"
                            .formatted(name, lineOf(bytes, in.position()), in.position() + 1, bytes[in.position()]));
        }
        return out.flip().toString();
    }

    private static boolean starts(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
