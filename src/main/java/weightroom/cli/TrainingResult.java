package weightroom.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weightroom.engine.Layout;
import weightroom.engine.Metrics;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.run.History;
import weightroom.run.Run;

/**
 * What came out of a training run.
 *
 * @param end why the run is over, a name of {@link Run.End}; empty when it was interrupted
 * @param parts by name ({@code train}, {@code validation}, {@code test}): the loss, the penalty, and how good the answers
 *     are; parts without rows are missing
 * @param predictions outputs on the training rows, {@code (n, c)}
 */
record TrainingResult(
        Setup setup,
        String device,
        long epochs,
        long steps,
        boolean diverged,
        String end,
        Map<String, Map<String, Double>> parts,
        History history,
        State state,
        float[] predictions,
        double samplesPerSecond) {
    /** Measures a run as it stands. */
    static TrainingResult of(Run run, double samplesPerSecond) {
        Setup setup = run.setup();
        Split split = setup.data().get(0);
        State state = run.state();
        Replica replica = setup.plan().replicas().get(0);
        double penalty = Layout.of(setup.plan().network()).penalty(state.parameters(), replica.l1(), replica.l2());
        float[] predictions = run.predict(split.train());
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        parts.put("train", part(run, split.train(), predictions, penalty));
        if (!split.validation().isEmpty()) {
            parts.put("validation", part(run, split.validation(), run.predict(split.validation()), penalty));
        }
        if (!split.test().isEmpty()) {
            parts.put("test", part(run, split.test(), run.predict(split.test()), penalty));
        }
        return new TrainingResult(
                setup,
                run.device().id(),
                run.epoch(),
                run.step(),
                run.divergence().isPresent(),
                run.end().map(Enum::name).orElse(""),
                parts,
                run.history(),
                state,
                predictions,
                samplesPerSecond);
    }

    private static Map<String, Double> part(Run run, Rows rows, float[] outputs, double penalty) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", run.loss(rows));
        values.put("penalty", penalty);
        values.putAll(Metrics.of(run.setup().task(), rows, outputs).values());
        return values;
    }

    /** One object on one line. */
    void printJson(PrintWriter out) throws IOException {
        try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            to.writeStringField("device", device);
            to.writeNumberField("epochs", epochs);
            to.writeNumberField("steps", steps);
            to.writeBooleanField("diverged", diverged);
            for (String part : List.of("train", "validation", "test")) {
                writePart(to, part);
            }
            writeHistory(to);
            writeParameters(to);
            writePredictions(to);
            Json.number(to, "samplesPerSecond", samplesPerSecond);
            to.writeEndObject();
        }
        out.println();
    }

    private void writePart(JsonGenerator to, String part) throws IOException {
        Map<String, Double> values = parts.get(part);
        if (values == null) {
            to.writeNullField(part);
            return;
        }
        to.writeObjectFieldStart(part);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            Json.number(to, value.getKey(), value.getValue());
        }
        to.writeEndObject();
    }

    private void writeHistory(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("history");
        for (int i : history.thinned(Training.MEASURED_EPOCHS)) {
            to.writeStartObject();
            to.writeNumberField("epoch", history.epoch(i));
            to.writeNumberField("step", history.step(i));
            Json.number(to, "trainLoss", history.train(i));
            Json.number(to, "validationLoss", history.validation(i));
            Json.number(to, "testLoss", history.test(i));
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void writeParameters(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("parameters");
        float[] p = state.parameters();
        for (Layout.Slice slice : Layout.of(setup.plan().network()).slices()) {
            to.writeStartObject();
            to.writeArrayFieldStart("weights");
            for (int unit = 0; unit < slice.units(); unit++) {
                Json.array(to, p, slice.weights() + unit * slice.in(), slice.in());
            }
            to.writeEndArray();
            to.writeFieldName("biases");
            Json.array(to, p, Math.max(0, slice.biases()), slice.biases() == Layout.NONE ? 0 : slice.units());
            if (slice.alpha() != Layout.NONE) {
                to.writeFieldName("alpha");
                Json.number(to, p[slice.alpha()]);
            }
            if (slice.gamma() != Layout.NONE) {
                to.writeFieldName("gamma");
                Json.array(to, p, slice.gamma(), slice.units());
                to.writeFieldName("beta");
                Json.array(to, p, slice.beta(), slice.units());
                to.writeFieldName("runningMean");
                Json.array(to, p, slice.runningMean(), slice.units());
                to.writeFieldName("runningVariance");
                Json.array(to, p, slice.runningVariance(), slice.units());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void writePredictions(JsonGenerator to) throws IOException {
        int c = setup.plan().network().outputs();
        to.writeArrayFieldStart("predictions");
        for (int row = 0; row < predictions.length / c; row++) {
            Json.array(to, predictions, row * c, c);
        }
        to.writeEndArray();
    }

    /** A few lines for people. */
    void printText(PrintWriter out) {
        String title = setup.experiment().title();
        out.println(title.isEmpty() ? setup.rows().dataset().name() : title);
        out.println(Text.of(
                "result.summary",
                setup.plan().network(),
                setup.plan().loss().id(),
                setup.plan().replicas().get(0).optimizer().id(),
                device,
                epochs,
                steps,
                Math.round(samplesPerSecond),
                end.isEmpty() ? "" : Text.of("result.end." + end)));
        parts.forEach((name, values) -> {
            StringBuilder line = new StringBuilder("  %-11s".formatted(Text.of("part." + name)));
            values.forEach((what, value) -> {
                if (!what.equals("penalty") || value != 0) {
                    line.append(String.format(Locale.ROOT, " %s %.6g ", Text.of("metric." + what), value));
                }
            });
            out.println(line.toString().stripTrailing());
        });
    }
}
