package weightroom.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.explain.Quantity;
import weightroom.explain.Subject;
import weightroom.run.Command;
import weightroom.run.Snapshot;

/** What a user points at and asks to have explained, and so goes to the Explain view for. */
public final class Explanations {
    /** Id of the view that explains. */
    public static final String VIEW = "explain";

    private final RunModel run;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());

    Explanations(RunModel run) {
        this.run = run;
    }

    /**
     * A number, and whose.
     *
     * @param lesson the network of a lesson as it stood when it was asked about, which is put aside when the lesson is left;
     *     empty for the run of the window
     */
    public record Asked(Quantity quantity, Optional<Subject> lesson) {}

    /** What is to be explained next; empty again once somebody has {@linkplain #take taken} it. */
    public ReadOnlyObjectProperty<Optional<Asked>> asked() {
        return asked.getReadOnlyProperty();
    }

    /** Goes to the view that explains, with this number of the network that is shown now. */
    public void ask(Quantity quantity) {
        Snapshot now = run.snapshot().get();
        boolean lesson = !now.desk().equals(Command.Desk.FIRST);
        Optional<Subject> subject =
                lesson ? Optional.of(new Subject(now.setup(), now.plan(), now.state())) : Optional.empty();
        asked.set(Optional.of(new Asked(quantity, subject)));
        run.options().view().set(VIEW);
    }

    /** What is to be explained next, once. */
    public Optional<Asked> take() {
        Optional<Asked> taken = asked.get();
        asked.set(Optional.empty());
        return taken;
    }
}
