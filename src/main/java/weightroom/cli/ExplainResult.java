package weightroom.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;

/**
 * A pass, in the forms that it is printed in.
 *
 * @param weight the one number that is asked about
 */
record ExplainResult(Pass pass, Optional<Quantity> weight) {
    /** One object on one line, every number with all its digits. */
    void printJson(PrintWriter out) throws IOException {
        try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            writeSample(to);
            writeForward(to);
            Json.number(to, "loss", pass.loss());
            Json.number(to, "penalty", pass.penalty());
            writeBackward(to);
            writeLayers(to, "gradients", pass.gradient());
            writeDifferences(to);
            writeLayers(to, "penaltyGradients", pass.penaltyGradient());
            writeLayers(to, "applied", pass.applied());
            to.writeNumberField("step", pass.update().step());
            Json.number(to, "learningRate", pass.update().learningRate());
            writeLayers(to, "parameters", pass.subject().parameters());
            writeLayers(to, "update", pass.update().parameters());
            weightIfAsked(to);
            to.writeEndObject();
        }
        out.println();
    }

    private Layout layout() {
        return pass.subject().layout();
    }

    private boolean one() {
        return pass.sample().kind() != Sample.Kind.BATCH;
    }

    private void writeSample(JsonGenerator to) throws IOException {
        Sample sample = pass.sample();
        int[] rows = sample.rows();
        double[] raw =
                Arrays.stream(sample.raw()).flatMapToDouble(Arrays::stream).toArray();
        to.writeObjectFieldStart("sample");
        if (one()) {
            to.writeNumberField("row", rows[0]);
        } else {
            to.writeFieldName("rows");
            to.writeArray(rows, 0, rows.length);
        }
        writeRows(to, "raw", raw, sample.raw()[0].length);
        writeRows(
                to, "inputs", sample.batch().inputs(), pass.subject().network().inputs());
        writeRows(
                to,
                "targets",
                sample.batch().targets(),
                pass.subject().network().outputs());
        to.writeBooleanField("dropout", pass.dropout());
        to.writeEndObject();
    }

    private void writeForward(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("forward");
        for (int l = 0; l < layout().slices().size(); l++) {
            DenseLayer layer = pass.layer(l);
            to.writeStartObject();
            writeRows(to, "z", layer.preActivations(), layer.units());
            writeRows(to, "a", layer.activations(), layer.units());
            if (layer.normalized().length > 0) {
                writeRows(to, "linear", layer.linearSums(), layer.units());
                writeRows(to, "normalized", layer.normalized(), layer.units());
            }
            if (layer.mask().length > 0) {
                writeRows(to, "mask", layer.mask(), layer.units());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void writeBackward(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("backward");
        for (int l = 0; l < layout().slices().size(); l++) {
            int units = pass.layer(l).units();
            to.writeStartObject();
            writeRows(to, "z", of(Quantity.Kind.D_SUM, l), units);
            writeRows(to, "a", of(Quantity.Kind.D_ACTIVATION, l), units);
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private double[] of(Quantity.Kind kind, int l) {
        int units = pass.layer(l).units();
        double[] numbers = new double[pass.sample().n() * units];
        Arrays.setAll(numbers, i -> pass.value(Quantity.unit(kind, l, i % units), i / units));
        return numbers;
    }

    /** An array of units for a single row, else one such array for each row. */
    private void writeRows(JsonGenerator to, String name, double[] numbers, int width) throws IOException {
        to.writeFieldName(name);
        if (one()) {
            Json.array(to, numbers, 0, width);
        } else {
            Json.rows(to, numbers, width);
        }
    }

    private void writeDifferences(JsonGenerator to) throws IOException {
        Optional<double[]> differences = pass.finiteDifferences();
        if (differences.isPresent()) {
            writeLayers(to, "finiteDifference", differences.get());
        } else {
            to.writeNullField("finiteDifference");
        }
    }

    /** One object for each layer, in the form of {@code train --json}. */
    private void writeLayers(JsonGenerator to, String name, double[] numbers) throws IOException {
        to.writeArrayFieldStart(name);
        for (Slice slice : layout().slices()) {
            to.writeStartObject();
            to.writeArrayFieldStart("weights");
            for (int unit = 0; unit < slice.units(); unit++) {
                Json.array(to, numbers, slice.weights() + unit * slice.in(), slice.in());
            }
            to.writeEndArray();
            to.writeFieldName("biases");
            Json.array(to, numbers, Math.max(0, slice.biases()), slice.biases() == Layout.NONE ? 0 : slice.units());
            if (slice.alpha() != Layout.NONE) {
                Json.number(to, "alpha", numbers[slice.alpha()]);
            }
            if (slice.gamma() != Layout.NONE) {
                to.writeFieldName("gamma");
                Json.array(to, numbers, slice.gamma(), slice.units());
                to.writeFieldName("beta");
                Json.array(to, numbers, slice.beta(), slice.units());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void weightIfAsked(JsonGenerator to) throws IOException {
        if (weight.isEmpty()) {
            return;
        }
        Quantity what = weight.get();
        int at = pass.parameter(what);
        to.writeObjectFieldStart("weight");
        to.writeStringField("place", what.link().orElseThrow().toString());
        Json.number(to, "parameter", pass.subject().parameters()[at]);
        Json.number(to, "gradient", pass.gradient()[at]);
        Json.number(to, "finiteDifference", pass.finiteDifference(at));
        Json.number(to, "penaltyGradient", pass.penaltyGradient()[at]);
        Json.number(to, "applied", pass.applied()[at]);
        Json.number(to, "update", pass.update().parameters()[at]);
        to.writeEndObject();
    }

    /** The one number that is asked about, or the whole pass. */
    void printMarkdown(PrintWriter out) {
        HandOut handOut = new HandOut(pass, out);
        weight.ifPresentOrElse(handOut::print, handOut::print);
    }
}
