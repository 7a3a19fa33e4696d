package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Plan;
import weightroom.engine.Rows;
import weightroom.engine.cpu.Batch;
import weightroom.engine.cpu.ReferencePass;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot.Fact;
import weightroom.plot.Numbers;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;

/** What there is to know about one row: the inputs that are not drawn, what the network answers, and its loss. */
final class PointFacts {
    /** A pass over larger networks would be felt while the mouse moves. */
    private static final int MOST_PARAMETERS = 100_000;

    private static final int MOST_INPUTS = 6;

    private PointFacts() {}

    /** @param point counts the training rows, then the test rows */
    static List<Fact> of(Snapshot now, Slice slice, int point) {
        Setup setup = now.setup();
        int trains = setup.rows().split().train().count();
        boolean test = point >= trains;
        Rows rows = test ? setup.rows().split().test() : setup.rows().split().train();
        int row = test ? point - trains : point;
        if (row >= rows.count()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        addInputs(
                facts,
                setup,
                slice,
                (test ? setup.rows().parts().test() : setup.rows().parts().train())[row]);
        if (setup.rows().dataset().inputCount() > 2) {
            // In a plane through more inputs, the field below a point is not what the network answers to it.
            now.answers().ifPresent(answers -> addOutputs(facts, setup, test ? answers.test() : answers.train(), row));
        }
        loss(now, rows, row).ifPresent(loss -> facts.add(new Fact(Messages.text("point.loss"), Numbers.loss(loss))));
        return facts;
    }

    private static void addInputs(List<Fact> facts, Setup setup, Slice slice, int raw) {
        List<String> names = setup.rows().dataset().inputNames();
        double[] inputs = setup.rows().dataset().inputs()[raw];
        for (int j = 0; j < inputs.length && facts.size() < MOST_INPUTS; j++) {
            if (j != slice.axis1() && j != slice.axis2()) {
                facts.add(new Fact(FeatureLabel.of(names.get(j)), Numbers.significant(inputs[j], 3)));
            }
        }
    }

    private static void addOutputs(List<Fact> facts, Setup setup, float[] outputs, int row) {
        int c = setup.plan().network().outputs();
        List<String> names = setup.task().names();
        for (int k = 0; k < c && (row + 1) * c <= outputs.length; k++) {
            String name = c == 1 ? Messages.text("output") : names.get(k);
            facts.add(new Fact(name, Numbers.fixed(outputs[row * c + k], 3)));
        }
    }

    /** The data loss of one row, as the reference defines it. */
    static Optional<Double> loss(Snapshot now, Rows rows, int row) {
        Plan plan = now.setup().plan();
        float[] parameters = now.state().parameters();
        if (parameters.length > MOST_PARAMETERS) {
            return Optional.empty();
        }
        double[] exact = new double[parameters.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = parameters[i];
        }
        Batch one = Batch.of(rows, new int[] {row}, 0, 1);
        return Optional.of(ReferencePass.evaluationLoss(plan.network(), plan.loss(), exact, one));
    }
}
