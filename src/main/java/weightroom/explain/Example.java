package weightroom.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;

/** Small networks to explain on a blackboard, with numbers of two digits to begin with. */
public enum Example {
    /** One unit with two inputs. */
    NEURON("neuron"),
    /** 2-2-1 on the corners of XOR. */
    XOR("xor"),
    /** 3-4-1, which predicts an amount. */
    AMOUNT("amount");

    private final String id;

    Example(String id) {
        this.id = id;
    }

    /** Names it where it is remembered. */
    public String id() {
        return id;
    }

    /** The example with this id. */
    public static Optional<Example> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** What it is called. */
    public String label() {
        return Text.of("example." + id);
    }

    /** What it is, and what it shows. */
    public String help() {
        return Text.of("example." + id + ".help");
    }

    /** Its network before the first update. */
    public Subject subject() {
        String name = id + ".yaml";
        try (InputStream stream = Objects.requireNonNull(Example.class.getResourceAsStream(name), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Subject.fresh(Setup.of(ExperimentReader.parse(name, text), Path.of("")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
