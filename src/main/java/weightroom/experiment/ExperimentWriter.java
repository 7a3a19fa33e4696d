package weightroom.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import weightroom.engine.InvalidInput;

/** Writes experiment files that {@link ExperimentReader} reads back as equal records, numbers in their shortest form. */
public final class ExperimentWriter {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new QuotesAllButWords())
            .build();

    private static final JsonFactory JSON = new JsonFactory();

    private ExperimentWriter() {}

    /**
     * Writes a file, YAML where its name says so; whatever stood there is replaced only when the new one is complete.
     *
     * @throws InvalidInput when the file cannot be written
     */
    public static void write(Experiment experiment, Path file) {
        String text = DocumentParser.isYaml(file.toString()) ? yaml(experiment) : json(experiment);
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The experiment as JSON. */
    public static String json(Experiment experiment) {
        return JsonPrinter.print(tidy(tree(experiment)));
    }

    /** The experiment as YAML. */
    public static String yaml(Experiment experiment) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = YAML.createGenerator(text)) {
            print(tidy(tree(experiment)), generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A tree as JSON without a blank, for where every character counts. */
    static String dense(Node.Entries tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            print(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static Node.Entries tree(Experiment experiment) {
        return Node.Entries.of()
                .with("weightroom", ExperimentReader.VERSION)
                .with("title", experiment.title())
                .with("seed", experiment.seed())
                .with("data", DataFormat.write(experiment.data()))
                .with("network", NetworkFormat.write(experiment.network()))
                .with("start", StartFormat.write(experiment.start()))
                .with("training", TrainingFormat.write(experiment.training()));
    }

    /** Short forms where they say the same: no empty objects, and a choice without numbers as a word. */
    static Node.Entries tidy(Node.Entries tree) {
        Node.Entries tidied = Node.Entries.of();
        for (Map.Entry<String, Node> entry : tree.values().entrySet()) {
            Node value = entry.getValue() instanceof Node.Entries inner ? tidy(inner) : entry.getValue();
            if (value instanceof Node.Entries inner
                    && inner.values().size() == 1
                    && inner.values().get("id") instanceof Node.Text id) {
                value = id;
            }
            if (!(value instanceof Node.Entries inner && inner.values().isEmpty())) {
                tidied.with(entry.getKey(), value);
            }
        }
        return tidied;
    }

    private static void print(Node node, JsonGenerator out) throws IOException {
        if (node instanceof Node.Entries entries) {
            out.writeStartObject();
            for (Map.Entry<String, Node> entry : entries.values().entrySet()) {
                out.writeFieldName(entry.getKey());
                print(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (node instanceof Node.Items items) {
            out.writeStartArray();
            for (Node item : items.values()) {
                print(item, out);
            }
            out.writeEndArray();
        } else if (node instanceof Node.Amount amount) {
            out.writeNumber(Decimal.text(amount.value()));
        } else if (node instanceof Node.Text text) {
            out.writeString(text.value());
        } else if (node instanceof Node.Flag flag) {
            out.writeBoolean(flag.value());
        } else {
            out.writeNull();
        }
    }

    /** Everything but plain words stands in quotes, so that no reader takes text for a number or a switch. */
    private static final class QuotesAllButWords extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9-]*( [A-Za-z][A-Za-z0-9-]*)*");

        @Override
        public boolean needToQuoteValue(String value) {
            return !WORDS.matcher(value).matches() || super.needToQuoteValue(value);
        }
    }
}
