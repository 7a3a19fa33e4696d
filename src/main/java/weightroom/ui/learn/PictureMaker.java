package weightroom.ui.learn;

import java.util.function.Supplier;
import javafx.scene.Node;
import weightroom.lesson.View;
import weightroom.run.Background;
import weightroom.run.Snapshot;
import weightroom.ui.charts.ChartKind;
import weightroom.ui.charts.ChartPanel;
import weightroom.ui.charts.LossOverlay;
import weightroom.ui.diagram.NetworkPanel;
import weightroom.ui.explain.PassPictures;
import weightroom.ui.model.RunModel;
import weightroom.ui.neuron.CorrectionPicture;
import weightroom.ui.neuron.HiddenPlanePicture;
import weightroom.ui.neuron.NeuronPicture;

/** Makes the pictures that lessons show. A new kind of picture is added here and nowhere else. */
final class PictureMaker {
    private PictureMaker() {}

    /** A picture in a lesson's workbench. */
    interface Picture {
        Node node();

        /** Begins or ends to be seen; one that is not seen looks at nothing. */
        void setSeen(boolean seen);

        /** Shows the newest snapshot; called once per pulse while anything moves. */
        void show(Snapshot now, long nanos);

        /** What is drawn over a plot of the loss; nothing for other pictures. */
        default void setOverlay(LossOverlay overlay) {}

        /** Whether it keeps to itself what is still to be predicted. */
        default void setCovered(boolean covered) {}
    }

    /**
     * @param background writes files
     * @param passes the pictures of a pass, which belong together
     */
    static Picture of(View view, RunModel model, Background background, Supplier<PassPictures> passes) {
        return switch (view) {
            case BOUNDARY -> new Chart(ChartPanel.of(model, background, ChartKind.BOUNDARY));
            case NEURON -> new OfNeuron(new NeuronPicture(model));
            case CORRECTION -> new OfNeuron(new CorrectionPicture(model));
            case HIDDEN_PLANE -> new OfNeuron(new HiddenPlanePicture(model));
            case NETWORK -> new Network(model);
            case LOSS -> new Chart(ChartPanel.loss(model, background));
            case ACCURACY -> new Chart(ChartPanel.accuracy(model, background));
            case GRADIENTS -> new Chart(ChartPanel.of(model, background, ChartKind.GRADIENTS));
            case ACTIVATIONS -> new Chart(ChartPanel.of(model, background, ChartKind.ACTIVATIONS));
            case WEIGHTS -> new Chart(ChartPanel.of(model, background, ChartKind.WEIGHTS));
            case PASS -> new OfPass(passes.get(), passes.get().pass());
            case CHAIN_RULE -> new OfPass(passes.get(), passes.get().chainRule());
            case ANSWERS -> new Chart(ChartPanel.of(model, background, ChartKind.ANSWERS));
        };
    }

    private record Chart(ChartPanel panel) implements Picture {
        @Override
        public Node node() {
            return panel;
        }

        @Override
        public void setSeen(boolean seen) {
            panel.setSeen(seen);
        }

        @Override
        public void show(Snapshot now, long nanos) {
            panel.show(nanos);
        }

        @Override
        public void setOverlay(LossOverlay overlay) {
            panel.setOverlay(overlay);
        }
    }

    private record OfNeuron(weightroom.ui.neuron.Picture drawn) implements Picture {
        @Override
        public Node node() {
            return drawn.node();
        }

        @Override
        public void setSeen(boolean seen) {
            drawn.setSeen(seen);
        }

        @Override
        public void show(Snapshot now, long nanos) {
            drawn.show(now, nanos);
        }

        @Override
        public void setCovered(boolean covered) {
            drawn.setCovered(covered);
        }
    }

    private record OfPass(PassPictures pictures, Node node) implements Picture {
        @Override
        public void setSeen(boolean seen) {
            pictures.setSeen(node, seen);
        }

        @Override
        public void show(Snapshot now, long nanos) {
            pictures.show(nanos);
        }
    }

    private static final class Network implements Picture {
        private final NetworkPanel panel;

        Network(RunModel model) {
            panel = NetworkPanel.fixed(model);
        }

        @Override
        public Node node() {
            return panel;
        }

        @Override
        public void setSeen(boolean seen) {
            if (!seen) {
                panel.unseen();
            }
        }

        @Override
        public void show(Snapshot now, long nanos) {
            panel.show(now, nanos);
        }
    }
}
