package weightroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Numbers as JSON knows them: what is not finite becomes {@code null}. */
final class Json {
    private Json() {}

    static void number(JsonGenerator to, String name, double value) throws IOException {
        to.writeFieldName(name);
        number(to, value);
    }

    static void number(JsonGenerator to, double value) throws IOException {
        if (Double.isFinite(value)) {
            to.writeNumber(value);
        } else {
            to.writeNull();
        }
    }

    /** A single-precision number with only the digits that it has. */
    static void number(JsonGenerator to, float value) throws IOException {
        if (Float.isFinite(value)) {
            to.writeNumber(value);
        } else {
            to.writeNull();
        }
    }

    /** {@code values[from … from + count)} as an array. */
    static void array(JsonGenerator to, float[] values, int from, int count) throws IOException {
        to.writeStartArray();
        for (int i = from; i < from + count; i++) {
            number(to, values[i]);
        }
        to.writeEndArray();
    }

    /** {@code values[from … from + count)} as an array, with all digits. */
    static void array(JsonGenerator to, double[] values, int from, int count) throws IOException {
        to.writeStartArray();
        for (int i = from; i < from + count; i++) {
            number(to, values[i]);
        }
        to.writeEndArray();
    }

    /** Rows of so many values, one array within another. */
    static void rows(JsonGenerator to, double[] values, int width) throws IOException {
        to.writeStartArray();
        for (int i = 0; i < values.length; i += width) {
            array(to, values, i, width);
        }
        to.writeEndArray();
    }
}
