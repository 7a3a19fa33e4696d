package weightroom.ui.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import weightroom.run.Command;

/** Whether the run must not go on for now, and why: a question is to be answered first. */
public final class Hold {
    private final ObjectProperty<Optional<String>> reason = new SimpleObjectProperty<>(Optional.empty());

    /** What to tell somebody who wants it to go on; empty where it may. */
    public ObjectProperty<Optional<String>> reason() {
        return reason;
    }

    boolean refuses(Command command) {
        boolean goesOn = command instanceof Command.Play
                || command instanceof Command.PlayTo
                || command instanceof Command.Step
                || command instanceof Command.StepEpoch
                || command instanceof Command.StepSample;
        return goesOn && reason.get().isPresent();
    }
}
