package weightroom.ui.neuron;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/**
 * What pictures of a plane have in common: a head with a name and an answer, below it either the picture or why there is none;
 * and that they look at the run only while they are seen.
 */
abstract class PlanePicture extends VBox implements Picture {
    private static final int PER_SECOND = 15;

    private final RunModel run;
    private final Cadence cadence = new Cadence(PER_SECOND);
    private final Label refusal = Controls.label("", "secondary", "neuron-refusal");
    private final VBox body = new VBox();
    private boolean seen;
    private long shown = -1;

    /**
     * @param name of its words in the bundle and of its style class
     * @param answer stands beside its name
     */
    PlanePicture(RunModel run, String name, String style, Label answer) {
        this.run = run;
        getStyleClass().addAll("neuron-picture", style);
        setMinSize(0, 0);
        Label title = Controls.label(Messages.text(name + ".title"), "title");
        Controls.explain(title, Messages.text(name + ".title.help"));
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, Controls.spring(), answer);
        head.getStyleClass().add("panel-head");
        refusal.setWrapText(true);
        body.getStyleClass().add("neuron-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, refusal, body);
    }

    /** Draws what the run has come to. */
    abstract void draw(Snapshot now);

    /** It is not seen any longer. */
    abstract void unseen();

    /** Puts something below its head. */
    final void fill(Node... nodes) {
        body.getChildren().setAll(nodes);
    }

    /** Says why there is no picture, or shows it where there is no reason. */
    final void refuse(Optional<String> why) {
        refusal.setText(why.orElse(""));
        present(refusal, why.isPresent());
        present(body, why.isEmpty());
    }

    /** Draws anew, if it is seen. */
    final void refresh() {
        shown = -1;
        if (seen) {
            show(run.snapshot().get(), System.nanoTime());
        }
    }

    @Override
    public final Node node() {
        return this;
    }

    @Override
    public final void setSeen(boolean wanted) {
        seen = wanted;
        if (seen) {
            refresh();
        } else {
            unseen();
        }
    }

    @Override
    public final void show(Snapshot now, long nanos) {
        if (seen && now.serial() != shown && cadence.due(nanos, shown < 0 || !now.playing())) {
            shown = now.serial();
            draw(now);
        }
    }

    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
