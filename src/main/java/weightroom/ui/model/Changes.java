package weightroom.ui.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Link;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.StartSpec;

/** Changes of an experiment that take more than one of its settings with them. */
public final class Changes {
    /** The most hidden layers the window builds. */
    public static final int MAX_HIDDEN = 8;
    /** The most units per hidden layer the window builds. */
    public static final int MAX_UNITS = 64;

    /** Data with fewer rows are all trained on: a gate without one of its four rows is another gate. */
    static final int TOO_FEW_TO_SPLIT = 10;

    private static final double USUAL_TRAIN_SHARE = 0.8;

    private Changes() {}

    /** The source of the rows; the spiral where they come from a file. */
    public static DataSource source(Experiment experiment) {
        return experiment.data().origin() instanceof DataSpec.Source own ? own.source() : DataSource.SPIRAL;
    }

    /** Other data, with an output layer and a loss that fit them where the present ones do not. */
    public static Experiment withSource(Experiment experiment, DataSource source) {
        DataSource.Options before = source(experiment).defaults();
        DataSource.Options after = source.defaults();
        DataSpec.Source rows = DataSpec.Source.of(source);
        boolean own = !(experiment.data().origin() instanceof DataSpec.Source);
        boolean few = after.samples() < TOO_FEW_TO_SPLIT;
        boolean wasFew = !own && before.samples() < TOO_FEW_TO_SPLIT;
        boolean generated = source.maxSamples() == DataSource.MAX_SAMPLES;
        if (!few && !wasFew && generated && experiment.data().origin() instanceof DataSpec.Source old) {
            rows = rows.withNoise(old.noise());
        }
        DataSpec data = experiment.data().withOrigin(rows);
        data = few ? data.withShares(1, 0) : wasFew ? data.withShares(USUAL_TRAIN_SHARE, 0) : data;
        if (own || source(experiment).inputCount() != source.inputCount()) {
            data = data.withFeatures(List.of());
        }
        Experiment changed = experiment.withData(data);
        return experiment.data().origin() instanceof DataSpec.Source old && old.classes() == after.classes()
                ? changed
                : withOutputFor(changed, after.classes());
    }

    /** The elastic net: one λ, of which r goes to L1, {@code l1 = λr}, and the rest to L2, {@code l2 = λ(1 − r)}. */
    public static Experiment withElasticNet(Experiment experiment, double lambda, double ratio) {
        double l1 = lambda * ratio;
        return experiment.withTraining(experiment.training().withPenalty(l1, lambda * (1 - ratio)));
    }

    /** λ of the elastic net that both penalties together are: their sum. */
    public static double elasticLambda(Experiment experiment) {
        return experiment.training().l1() + experiment.training().l2();
    }

    /**
     * r of the elastic net that both penalties together are: the share of L1.
     *
     * @param otherwise where there is no penalty to have a share of
     */
    public static double elasticRatio(Experiment experiment, double otherwise) {
        double lambda = elasticLambda(experiment);
        return lambda > 0 ? experiment.training().l1() / lambda : otherwise;
    }

    /** The same dropout in every hidden layer. */
    public static Experiment withDropout(Experiment experiment, double share) {
        return withHidden(experiment, layer -> layer.withDropout(share));
    }

    /** Batch norm in every hidden layer, or in none. */
    public static Experiment withBatchNorm(Experiment experiment, boolean on) {
        return withHidden(experiment, layer -> layer.withBatchNorm(on));
    }

    private static Experiment withHidden(Experiment experiment, UnaryOperator<LayerSpec> how) {
        Experiment changed = experiment;
        for (int l = 0; l < hidden(experiment); l++) {
            LayerSpec layer = how.apply(experiment.network().layers().get(l));
            changed = changed.withNetwork(changed.network().withLayer(l, layer));
        }
        return changed;
    }

    /** With an output layer and a loss for so many classes; 0 for amounts. */
    static Experiment withOutputFor(Experiment experiment, int classes) {
        NetworkSpec network = experiment.network();
        LayerSpec output = classes > 2
                ? LayerSpec.softmax(classes)
                : new LayerSpec(1, classes == 2 ? Activation.SIGMOID : Activation.LINEAR);
        Loss loss = classes > 2 ? Loss.CATEGORICAL_CROSS_ENTROPY : classes == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE;
        return experiment
                .withNetwork(network.withLayer(network.layers().size() - 1, output))
                .withTraining(experiment.training().withLoss(loss));
    }

    /** Another optimizer; a rate that was left at the old one's default becomes the new one's. */
    public static Experiment withOptimizer(Experiment experiment, Optimizer optimizer) {
        OptimizerSpec before = experiment.training().optimizer();
        boolean untouched = before.learningRate() == before.optimizer().defaultLearningRate();
        OptimizerSpec after = untouched
                ? new OptimizerSpec(optimizer, optimizer.defaultLearningRate())
                : before.withOptimizer(optimizer);
        return experiment.withTraining(experiment.training().withOptimizer(after));
    }

    public static Experiment withInitializer(Experiment experiment, Initializer initializer) {
        return experiment.withStart(experiment.start().withWeights(new StartSpec.Drawn(initializer)));
    }

    public static Experiment withBiases(Experiment experiment, Initializer initializer) {
        return experiment.withStart(experiment.start().withBiases(new StartSpec.Drawn(initializer)));
    }

    /** Another schedule with its own numbers and the warm-up that was set. */
    public static Experiment withSchedule(Experiment experiment, Schedule schedule) {
        return experiment.withTraining(experiment
                .training()
                .withSchedule(experiment.training().schedule().withSchedule(schedule)));
    }

    /** How many hidden layers there are. */
    public static int hidden(Experiment experiment) {
        return experiment.network().layers().size() - 1;
    }

    /** One more hidden layer before the output, like the one before it. */
    public static Experiment plusLayer(Experiment experiment) {
        int hidden = hidden(experiment);
        LayerSpec added = hidden == 0
                ? new LayerSpec(8, Activation.TANH)
                : experiment.network().layers().get(hidden - 1);
        return experiment.withNetwork(experiment.network().plusLayer(hidden, added));
    }

    /** One more hidden layer at this place, like the one that stands there now; at the end like the last one. */
    public static Experiment insertLayer(Experiment experiment, int place) {
        int hidden = hidden(experiment);
        if (place >= hidden) {
            return plusLayer(experiment);
        }
        LayerSpec added = experiment.network().layers().get(place);
        return experiment.withNetwork(experiment.network().plusLayer(place, added));
    }

    public static Experiment minusLayer(Experiment experiment, int index) {
        return experiment.withNetwork(experiment.network().minusLayer(index));
    }

    public static Experiment withUnits(Experiment experiment, int index, int units) {
        LayerSpec layer = experiment.network().layers().get(index).withUnits(units);
        return experiment.withNetwork(experiment.network().withLayer(index, layer));
    }

    public static Experiment withActivation(Experiment experiment, int index, Activation activation) {
        LayerSpec layer = experiment.network().layers().get(index).withActivation(activation.id());
        return experiment.withNetwork(experiment.network().withLayer(index, layer));
    }

    /** With these weights and biases locked, so that training leaves them alone, or free again. */
    public static Experiment withLocked(Experiment experiment, Collection<Link> links, boolean locked) {
        Set<Link> next = new HashSet<>(experiment.network().locked());
        if (locked) {
            next.addAll(links);
        } else {
            next.removeAll(links);
        }
        return experiment.withNetwork(experiment.network().withLocked(next));
    }

    /**
     * With these links switched off.
     *
     * @param weights of each link, with which it comes back; those of links that are off already stay
     */
    public static Experiment withOff(Experiment experiment, Map<Link, Double> weights) {
        Map<Link, Double> next = new HashMap<>(weights);
        next.putAll(experiment.network().off());
        return experiment.withNetwork(experiment.network().withOff(next));
    }

    /** With these links switched on again. */
    public static Experiment withOn(Experiment experiment, Collection<Link> links) {
        Map<Link, Double> next = new HashMap<>(experiment.network().off());
        next.keySet().removeAll(links);
        return experiment.withNetwork(experiment.network().withOff(next));
    }
}
