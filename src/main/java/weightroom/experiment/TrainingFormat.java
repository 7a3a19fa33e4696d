package weightroom.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Knob;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Schedule;

/** The section {@code training} of an experiment file, read and written. */
final class TrainingFormat {
    /** The batch that takes all rows. */
    static final String FULL = "full";

    private TrainingFormat() {}

    /**
     * @param network what is trained: its output says which loss stands in for one that the file does not name
     */
    static TrainingSpec read(Section section, NetworkSpec network) {
        section.only(
                "loss",
                "optimizer",
                "schedule",
                "batch",
                "shuffle",
                "l1",
                "l2",
                "elastic-net",
                "clip",
                "epochs",
                "stop");
        double[] penalty = penalty(section);
        Optional<Section> clip = section.section("clip").map(given -> given.only("value", "norm"));
        Optional<Section> stop =
                section.section("stop").map(given -> given.only("train-loss", "validation-loss", "patience"));
        return new TrainingSpec(
                section.term("loss", Loss.class).orElseGet(() -> usualLoss(network)),
                optimizer(section),
                schedule(section),
                batch(section),
                section.flag(Fields.SHUFFLE),
                penalty[0],
                penalty[1],
                clip.map(given -> given.number(Fields.CLIP_VALUE, Double.POSITIVE_INFINITY))
                        .orElse(Double.POSITIVE_INFINITY),
                clip.map(given -> given.number(Fields.CLIP_NORM, Double.POSITIVE_INFINITY))
                        .orElse(Double.POSITIVE_INFINITY),
                section.whole(Fields.EPOCHS),
                stop.map(given -> new StopSpec(
                                given.number(Fields.STOP_TRAIN_LOSS),
                                given.number(Fields.STOP_VALIDATION_LOSS),
                                given.whole(Fields.STOP_PATIENCE)))
                        .orElse(StopSpec.NEVER));
    }

    /** The loss that most textbooks put behind this output. */
    static Loss usualLoss(NetworkSpec network) {
        if (network.output().softmax() && network.output().units() >= 2) {
            return Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY;
        }
        return network.output().activation() == Activation.SIGMOID ? Loss.BINARY_CROSS_ENTROPY : Loss.MSE;
    }

    private static OptimizerSpec optimizer(Section section) {
        Optional<Node> value = section.node("optimizer");
        if (value.isEmpty()) {
            return new OptimizerSpec(Optimizer.SGD, Optimizer.SGD.defaultLearningRate());
        }
        if (value.get() instanceof Node.Text) {
            Optimizer optimizer = section.term("optimizer", Optimizer.class).orElseThrow();
            return new OptimizerSpec(optimizer, optimizer.defaultLearningRate());
        }
        Section given = section.requiredSection("optimizer");
        given.required("id", "one of: " + String.join(", ", Section.ids(Optimizer.class)));
        Optimizer optimizer = given.term("id", Optimizer.class).orElseThrow();
        given.only(known(optimizer.knobs(), "id", "learning-rate"));
        return new OptimizerSpec(
                optimizer,
                given.number(Fields.LEARNING_RATE, optimizer.defaultLearningRate()),
                given.knobs(optimizer.knobs()));
    }

    private static ScheduleSpec schedule(Section section) {
        Optional<Node> value = section.node("schedule");
        if (value.isEmpty()) {
            return ScheduleSpec.CONSTANT;
        }
        if (value.get() instanceof Node.Text) {
            return new ScheduleSpec(section.term("schedule", Schedule.class).orElseThrow());
        }
        Section given = section.requiredSection("schedule");
        given.required("id", "one of: " + String.join(", ", Section.ids(Schedule.class)));
        Schedule schedule = given.term("id", Schedule.class).orElseThrow();
        given.only(known(schedule.knobs(), "id", "warm-up"));
        return new ScheduleSpec(schedule, given.knobs(schedule.knobs()), (int) given.whole(Fields.WARM_UP));
    }

    private static List<String> known(List<Knob> knobs, String... common) {
        List<String> known = new ArrayList<>(List.of(common));
        knobs.forEach(knob -> known.add(knob.id()));
        return known;
    }

    private static int batch(Section section) {
        Optional<Node> value = section.node("batch");
        if (value.isEmpty()) {
            return TrainingSpec.DEFAULT_BATCH;
        }
        if (value.get() instanceof Node.Text text && text.value().equals(FULL)) {
            return Plan.FULL;
        }
        if (!(value.get() instanceof Node.Amount)) {
            throw section.wrong("batch", value.get(), "\"full\" or " + Fields.BATCH.expected());
        }
        return (int) section.whole(Fields.BATCH);
    }

    /** l1 and l2, or λr and λ(1 − r) where they are written as an elastic net. */
    private static double[] penalty(Section section) {
        Optional<Section> net = section.section("elastic-net").map(given -> given.only("lambda", "ratio"));
        if (net.isEmpty()) {
            return new double[] {section.number(Fields.L1), section.number(Fields.L2)};
        }
        if (section.has("l1") || section.has("l2")) {
            throw section.fault("elastic-net", "stands beside l1 or l2; expected either the net or the two");
        }
        net.get().required("lambda", Fields.ELASTIC_LAMBDA.expected());
        double lambda = net.get().number(Fields.ELASTIC_LAMBDA);
        double ratio = net.get().number(Fields.ELASTIC_RATIO);
        return new double[] {lambda * ratio, lambda * (1 - ratio)};
    }

    static Node.Entries write(TrainingSpec training) {
        OptimizerSpec optimizer = training.optimizer();
        ScheduleSpec schedule = training.schedule();
        Node.Entries rule = Node.Entries.of()
                .with("id", optimizer.optimizer().id())
                .with("learning-rate", optimizer.learningRate());
        Node.Entries rate = Node.Entries.of().with("id", schedule.schedule().id());
        writeKnobs(optimizer.optimizer().knobs(), optimizer.knobs(), rule);
        writeKnobs(schedule.schedule().knobs(), schedule.knobs(), rate);
        Node.Entries entries = Node.Entries.of()
                .with("loss", training.loss().id())
                .with("optimizer", rule)
                .with("schedule", rate.with("warm-up", schedule.warmUp()));
        if (training.batch() == Plan.FULL) {
            entries.with("batch", FULL);
        } else {
            entries.with("batch", training.batch());
        }
        Node.Entries clip = Node.Entries.of();
        writeUnless(Double.POSITIVE_INFINITY, Fields.CLIP_VALUE, training.clipValue(), clip);
        writeUnless(Double.POSITIVE_INFINITY, Fields.CLIP_NORM, training.clipNorm(), clip);
        Node.Entries stop = Node.Entries.of();
        writeUnless(Double.NaN, Fields.STOP_TRAIN_LOSS, training.stop().trainLoss(), stop);
        writeUnless(Double.NaN, Fields.STOP_VALIDATION_LOSS, training.stop().validationLoss(), stop);
        stop.with("patience", training.stop().patience());
        return entries.with("shuffle", training.shuffle())
                .with("l1", training.l1())
                .with("l2", training.l2())
                .with("clip", clip)
                .with("epochs", training.epochs())
                .with("stop", stop);
    }

    private static void writeKnobs(List<Knob> knobs, List<Double> values, Node.Entries entries) {
        for (int i = 0; i < values.size(); i++) {
            entries.with(knobs.get(i).id(), values.get(i));
        }
    }

    private static void writeUnless(double none, Field field, double value, Node.Entries entries) {
        if (Double.compare(value, none) != 0) {
            entries.with(field.id(), value);
        }
    }
}
