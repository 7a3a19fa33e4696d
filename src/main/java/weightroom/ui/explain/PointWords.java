package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.explain.Pulls.Pull;
import weightroom.plot.Numbers;
import weightroom.run.Autopsy.Findings;
import weightroom.run.Autopsy.Trained;
import weightroom.run.Past;
import weightroom.run.Replay;
import weightroom.run.Replay.Origin;
import weightroom.run.Replay.Reading;
import weightroom.ui.kit.Messages;

/** What was found about a point, in sentences; nothing that was not computed. */
final class PointWords {
    private PointWords() {}

    /** Its loss where the run stands, and before. */
    static String loss(Findings all) {
        Reading reading = all.whole().reading();
        int count = reading.countUpTo(all.past().step());
        if (count == 0) {
            return Messages.text("explain.point.waits");
        }
        if (!all.whole().finished()) {
            return Messages.text("explain.point.training", Numbers.count(reading.steps()[count - 1]));
        }
        double[] losses = all.whole().losses();
        List<String> said = new ArrayList<>();
        said.add(Messages.text(
                "explain.point.loss.now",
                Numbers.count(reading.steps()[count - 1]),
                Numbers.loss(losses[count - 1]),
                Numbers.loss(reading.train()[count - 1])));
        if (reading.rows().length > 1) {
            said.add(rank(all, count - 1));
        }
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += losses[i] > reading.train()[i] ? 1 : 0;
        }
        said.add(Messages.text("explain.point.loss.above", Numbers.count(above), Numbers.count(count)));
        return String.join(" ", said);
    }

    private static String rank(Findings all, int at) {
        double[][] rows = all.whole().reading().rows();
        double own = all.whole().losses()[at];
        int[] train = all.past().setup().rows().parts().train();
        int larger = 0;
        for (int row : train) {
            larger += rows[row][at] > own ? 1 : 0;
        }
        return Messages.text("explain.point.loss.rank", larger, Numbers.count(train.length));
    }

    /** How the run was trained again; empty where there is nothing to know beyond that. */
    static String replay(Findings all) {
        Past past = all.past();
        List<String> said = new ArrayList<>();
        if (all.whole().origin() == Origin.OPENED) {
            said.add(Messages.text("explain.point.opened", Numbers.count(past.opened())));
        }
        if (past.changes() > 0) {
            said.add(Messages.text("explain.point.changes", past.changes()));
        }
        if (!past.device().equals("java")) {
            said.add(Messages.text("explain.point.device", past.device()));
        }
        return String.join(" ", said);
    }

    /** How strongly it pulls. */
    static String pull(Pull pull) {
        List<String> said = new ArrayList<>();
        if (!pull.learned()) {
            said.add(Messages.text("explain.point.pull.would"));
        }
        said.add(Messages.text(
                "explain.point.pull.length",
                Numbers.significant(pull.length(), 3),
                Numbers.count(pull.rank()),
                Numbers.count(pull.n())));
        double cosine = pull.cosine();
        if (Double.isFinite(cosine)) {
            String key = cosine > 0 ? "with" : "against";
            said.add(Messages.text("explain.point.pull.cos." + key, Numbers.fixed(cosine, 2)));
            if (pull.learned()) {
                said.add(Messages.text(
                        "explain.point.pull.share",
                        Numbers.significant(100 * pull.share(), 2),
                        Numbers.significant(100.0 / pull.n(), 2)));
            }
        }
        return String.join(" ", said);
    }

    /** What became of the run without it. */
    static String without(Findings all) {
        Past past = all.past();
        if (Replay.place(past.setup(), all.row()).isEmpty()) {
            return Messages.text("explain.point.without.other");
        }
        if (past.setup().rows().parts().train().length < 2) {
            return Messages.text("explain.point.without.alone");
        }
        if (all.without().isEmpty()) {
            return Messages.text("explain.point.waits");
        }
        Trained without = all.without().get();
        Reading reading = without.reading();
        int last = reading.size() - 1;
        if (without.divergence().isPresent()) {
            return Messages.text(
                    "explain.point.without.diverged",
                    Numbers.count(without.divergence().get().step()));
        }
        if (!without.finished() || last < 0) {
            return Messages.text("explain.point.training", Numbers.count(last < 0 ? 0 : reading.steps()[last]));
        }
        int here = all.whole().reading().countUpTo(past.step()) - 1;
        int there = reading.countUpTo(past.step()) - 1;
        if (here < 0 || there < 0) {
            return Messages.text("explain.point.waits");
        }
        List<String> said = new ArrayList<>();
        said.add(Messages.text(
                "explain.point.without.here",
                Numbers.loss(without.losses()[there]),
                Numbers.loss(all.whole().losses()[here])));
        said.add(verdict(all, without));
        said.add(Messages.text(
                "explain.point.without.others",
                Numbers.loss(reading.train()[there]),
                Numbers.loss(PointCharts.others(all, here))));
        if (!Double.isNaN(reading.test()[there])) {
            said.add(Messages.text(
                    "explain.point.without.test",
                    Numbers.loss(reading.test()[there]),
                    Numbers.loss(all.whole().reading().test()[here])));
        }
        return String.join(" ", said).replaceAll(" {2,}", " ").strip();
    }

    /** Whether it is answered right with it and without; empty where there are no classes, or not both are known. */
    private static String verdict(Findings all, Trained without) {
        Task task = all.past().setup().task();
        if (task.classes() == 0
                || all.whole().outputs().isEmpty()
                || without.outputs().isEmpty()) {
            return "";
        }
        Rows one = Replay.single(all.past().setup(), all.row());
        boolean with = isRight(task, all.whole().outputs().get(), one);
        boolean alone = isRight(task, without.outputs().get(), one);
        return Messages.text("explain.point.verdict." + (with ? "right." : "wrong.") + (alone ? "right" : "wrong"));
    }

    private static boolean isRight(Task task, float[] outputs, Rows one) {
        return task.right(outputs, one.targets(), 1, outputs.length) == 1;
    }
}
