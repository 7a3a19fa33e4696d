package weightroom.ui.explain;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.explain.Example;
import weightroom.explain.Pass;
import weightroom.ui.model.Explanations;
import weightroom.ui.model.Options;

/** Whose network is explained: that of the run, or an example, which is remembered; and the step that its pass leads to. */
final class SubjectModel {
    private static final String KEPT = "explain.example";

    private final ExplainModel model;
    private final Options options;
    private final ReadOnlyObjectWrapper<Optional<Example>> example = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OwnNetwork>> own = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long changes;

    SubjectModel(ExplainModel model) {
        this.model = model;
        options = model.run().options();
        choose(Example.byId(options.text(KEPT)));
    }

    /** The example that is explained; empty for the run. */
    ReadOnlyObjectProperty<Optional<Example>> example() {
        return example.getReadOnlyProperty();
    }

    /** Its network; empty for the run's. */
    ReadOnlyObjectProperty<Optional<OwnNetwork>> own() {
        return own.getReadOnlyProperty();
    }

    /** Counts whatever has happened to the example's network. */
    long changes() {
        return changes;
    }

    /** Explains an example from its start on, or the run. */
    void choose(Optional<Example> wanted) {
        example.set(wanted);
        options.remember(KEPT, wanted.map(Example::id).orElse(""));
        own.set(wanted.map(one -> new OwnNetwork(one.subject())));
        if (!(model.choice().get() instanceof Choice.Batch)) {
            model.choice().set(Choice.FIRST);
        }
        tell();
    }

    /**
     * Shows what somebody asked for elsewhere, with all that was computed. A lesson's network stands beside the run as it
     * was, until another one is chosen.
     */
    void take(Explanations.Asked asked) {
        if (asked.lesson().isEmpty() && own.get().isPresent()) {
            choose(Optional.empty());
        } else if (asked.lesson().isPresent()) {
            example.set(Optional.empty());
            own.set(asked.lesson().map(OwnNetwork::new));
            model.choice().set(Choice.FIRST);
            tell();
        }
        model.show(asked.quantity());
    }

    /** Makes the update whose numbers are shown: the example takes this step, the run trains one of its own. */
    void update() {
        Optional<OwnNetwork> network = own.get();
        if (network.isEmpty()) {
            model.run().transport().step(1L);
            return;
        }
        model.pass().get().map(Pass::update).ifPresent(update -> {
            network.get().take(update.state(network.get().now().state()));
            tell();
        });
    }

    /** Puts the example into the state that it had after so many steps. */
    void goTo(long step) {
        own.get().ifPresent(network -> {
            network.goTo(step);
            tell();
        });
    }

    private void tell() {
        changes++;
        model.own().set(own.get().map(OwnNetwork::now));
    }
}
