package weightroom.ui.compare;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Term;
import weightroom.ui.kit.Messages;

/** What the lanes of a race differ in. */
public enum Difference implements Term {
    OPTIMIZER("optimizer", "training.optimizer.id"),
    LEARNING_RATE("learning-rate", "training.optimizer.learning-rate"),
    INITIALIZATION("initialization", "start.weights.id"),
    ACTIVATION("activation", ""),
    BATCH("batch", "training.batch"),
    /** Units of the hidden layers, as {@code 8-8}. */
    LAYERS("layers", ""),
    /** Any setting by its path. */
    SETTING("setting", ""),
    /** Whole experiments and saved runs, by the paths of their files. */
    FILES("files", "");

    private final String id;
    private final String path;

    Difference(String id, String path) {
        this.id = id;
        this.path = path;
    }

    /** Those that stand in the control bar; the others are chosen under “More”. */
    public static List<Difference> direct() {
        return List.of(OPTIMIZER, LEARNING_RATE, INITIALIZATION, ACTIVATION, BATCH);
    }

    /** The difference with this id; what optimizers there are for any other. */
    static Difference byId(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElse(OPTIMIZER);
    }

    @Override
    public String id() {
        return id;
    }

    /** The setting that it changes; empty where it is more than one, or one that is still to be named. */
    String path() {
        return path;
    }

    @Override
    public String label() {
        return Messages.text("compare.differs." + id);
    }

    @Override
    public String formula() {
        return Messages.text("compare.differs." + id + ".formula");
    }

    @Override
    public String help() {
        return Messages.text("compare.differs." + id + ".help");
    }
}
