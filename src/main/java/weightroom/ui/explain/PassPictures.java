package weightroom.ui.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import weightroom.experiment.Setup;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.lesson.Part;
import weightroom.run.Background;
import weightroom.ui.model.RunModel;

/**
 * A pass in a lesson: the network with its phases, and beside it how one of its numbers came to be. Both show the same row
 * at the same phase, and go no further than the lesson lets them.
 */
public final class PassPictures {
    private final ExplainModel model;
    private final ExplainPlayback player;
    private final ExplainPane network;
    private final AskModel ask;
    private final AskCard card;
    private final PhaseBar phases;
    private final ExplainPane panel;
    private final BorderPane pass = new BorderPane();
    private final Set<Node> seen = new HashSet<>();
    private Optional<Part.Explain> wanted = Optional.empty();
    private Optional<Setup> arrived = Optional.empty();

    /** @param background writes files */
    public PassPictures(RunModel run, Background background) {
        model = new ExplainModel(run);
        player = new ExplainPlayback(model, run.playback());
        ask = new AskModel(model);
        card = new AskCard(model, ask);
        network = new NetworkPane(model);
        phases = new PhaseBar(model, () -> player, () -> run.transport().step(1L));
        panel = new FormulaPanel(model, background);
        pass.getStyleClass().addAll("explain", "pass-picture");
        pass.setCenter(network.node());
        pass.setBottom(new VBox(card, phases));
        panel.node().getStyleClass().add("chain-picture");
        model.pass().addListener((observable, before, after) -> after.ifPresent(this::follow));
        // What is chosen in small windows of its own wakes nobody.
        for (ObservableValue<?> shown : List.of(model.pass(), model.row(), model.selected(), model.phase())) {
            shown.addListener((observable, before, after) -> seen.forEach(node -> node.fireEvent(new ActionEvent())));
        }
    }

    /** The network, number by number, and the bar of its phases. */
    public Node pass() {
        return pass;
    }

    /** How the chosen number came to be. */
    public Node chainRule() {
        return panel.node();
    }

    /** Says that one of the two begins or ends to be seen; what nobody sees is not computed. */
    public void setSeen(Node picture, boolean wanted) {
        boolean before = !seen.isEmpty();
        if (wanted) {
            seen.add(picture);
        } else {
            seen.remove(picture);
        }
        if (before == seen.isEmpty()) {
            model.setSeen(!before);
        }
    }

    /** Goes to the phase and the row that a step of a lesson is about, and stays within it. */
    public void open(Part.Explain step) {
        wanted = Optional.of(step);
        arrived = Optional.empty();
        model.pass().get().ifPresent(this::follow);
    }

    /** Where the lesson's network comes, or begins anew, it is shown as far as the lesson goes. */
    @SuppressWarnings("ReferenceEquality") // A setup that changed is another object.
    private void follow(Pass now) {
        Setup setup = now.subject().setup();
        boolean known = arrived.filter(before -> before == setup).isPresent();
        if (known || wanted.isEmpty() || !now.phases().contains(wanted.get().at())) {
            return;
        }
        arrived = Optional.of(setup);
        Part.Explain step = wanted.get();
        List<Phase> all = now.phases();
        int at = all.indexOf(step.at());
        model.lock().set(step.lock() ? at : Integer.MAX_VALUE);
        model.selected().set(step.number());
        model.choice().set(new Choice.Row(step.row()));
        model.setPhase(at);
        ask.setOn(step.ask());
    }

    /** Shows what has changed; called once per pulse while anything moves. */
    public void show(long nanos) {
        if (!seen.isEmpty()) {
            player.pulse(nanos);
            network.show(nanos);
            phases.show(nanos);
            card.show(nanos);
            panel.show(nanos);
        }
    }
}
