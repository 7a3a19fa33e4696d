package weightroom.engine.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code .cl} files of this package. */
final class KernelSource {
    private KernelSource() {}

    /** The text of a file of the resource folder. */
    static String read(String file) {
        try (InputStream in = KernelSource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The common functions for {@code float} and for vectors of the given widths.
     *
     * @param widths such as 4, 8, 16; float itself is always there
     */
    static String prelude(int... widths) {
        String template = read("prelude.cl");
        StringBuilder source = new StringBuilder(typed(template, ""));
        String functions = template.substring(template.indexOf("*/") + 2);
        for (int width : widths) {
            source.append(typed(functions, Integer.toString(width)));
        }
        return source.toString();
    }

    /**
     * A template for one type: REAL, INTEGER and NATURAL become float, int and uint of this width.
     *
     * @param width empty for the scalar types
     */
    static String typed(String template, String width) {
        return template.replace("REAL", "float" + width)
                .replace("INTEGER", "int" + width)
                .replace("NATURAL", "uint" + width);
    }
}
