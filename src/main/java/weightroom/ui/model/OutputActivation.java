package weightroom.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Term;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.ui.kit.Messages;

/**
 * What the output layer can answer through: an activation, or softmax over all its units. A choice brings a loss along that
 * can stand behind it, where the one in use cannot.
 *
 * @param id as experiment files write it
 * @param activation nothing for softmax
 */
public record OutputActivation(String id, String label, String formula, String help, Optional<Activation> activation)
        implements Term {
    private static final List<Loss> OF_CLASSES =
            List.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY, Loss.MULTICLASS_HINGE, Loss.HINGE);
    /** Rows of one's own may hold other numbers for two classes than other losses take. */
    private static final List<Loss> OF_LABELS = List.of(Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY, Loss.MULTICLASS_HINGE);

    private static final OutputActivation SOFTMAX = new OutputActivation(
            LayerSpec.SOFTMAX,
            Messages.text("softmax"),
            Messages.text("softmax.formula"),
            Messages.text("softmax.help"),
            Optional.empty());

    /** What the output layer has. */
    public static OutputActivation of(Experiment experiment) {
        LayerSpec output = experiment.network().output();
        return output.softmax() ? SOFTMAX : of(output.activation());
    }

    private static OutputActivation of(Activation activation) {
        return new OutputActivation(
                activation.id(), activation.label(), activation.formula(), activation.help(), Optional.of(activation));
    }

    /** Those that fit the rows and the rule it learns by. */
    public static List<OutputActivation> fitting(Experiment experiment) {
        boolean perceptron = experiment.training().optimizer().optimizer() == Optimizer.PERCEPTRON;
        List<OutputActivation> fitting = new ArrayList<>(Arrays.stream(Activation.values())
                .filter(activation -> activation.hasSlope() != perceptron)
                .map(OutputActivation::of)
                .toList());
        if (!perceptron && experiment.network().output().units() > 1 && classifies(experiment)) {
            fitting.add(SOFTMAX);
        }
        // One label per row, but several units: only losses that take labels can tell them apart.
        boolean labels = !generated(experiment)
                && experiment.network().output().units() > 1
                && experiment.training().loss().targets() == Loss.Targets.LABEL;
        fitting.removeIf(
                choice -> labels && loss(experiment, choice.network(experiment)).targets() != Loss.Targets.LABEL);
        return fitting;
    }

    /** The experiment with this output, and with a loss that fits it. */
    public Experiment in(Experiment experiment) {
        NetworkSpec network = network(experiment);
        return experiment
                .withNetwork(network)
                .withTraining(experiment.training().withLoss(loss(experiment, network)));
    }

    private NetworkSpec network(Experiment experiment) {
        NetworkSpec network = experiment.network();
        return network.withLayer(network.layers().size() - 1, network.output().withActivation(id));
    }

    /** The loss in use where it fits, else the first that does. */
    private static Loss loss(Experiment experiment, NetworkSpec changed) {
        List<Loss> wanted = new ArrayList<>(List.of(experiment.training().loss()));
        if (classifies(experiment)) {
            wanted.addAll(generated(experiment) ? OF_CLASSES : OF_LABELS);
        }
        wanted.add(Loss.MSE);
        Network network = changed.over(1);
        return wanted.stream().filter(loss -> loss.fits(network)).findFirst().orElseThrow();
    }

    private static boolean generated(Experiment experiment) {
        return experiment.data().origin() instanceof DataSpec.Source;
    }

    private static boolean classifies(Experiment experiment) {
        return experiment.data().origin() instanceof DataSpec.Source own
                ? !own.source().isRegression()
                : experiment.network().output().units() > 1
                        || experiment.training().loss().classifies();
    }
}
