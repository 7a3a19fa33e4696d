package weightroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import weightroom.plot.Numbers;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Journey;
import weightroom.ui.model.TimelineReading.Side;
import weightroom.ui.model.TimelineReading.Span;

/** What the timeline shows of a run; its places are updates. */
final class RunTimeline {
    private RunTimeline() {}

    /** @param milestones what is to be seen besides what was changed */
    static TimelineReading of(Snapshot now, List<Timeline.Mark> milestones) {
        Timeline.View view = now.timeline();
        List<Side> sides = view.branches().stream()
                .map(branch -> new Side(
                        branch.id(), branch.first().step(), branch.last().step(), curve(branch.history())))
                .toList();
        Epochs epochs = new Epochs(view.latest().epoch(), stepsPerEpoch(now), epoch -> stepAt(now.history(), epoch));
        return new TimelineReading(
                span(now),
                words(now),
                curve(now.history()),
                sides,
                epochs,
                flags(view, milestones),
                view.travel().map(travel -> new Journey("", travel.share())),
                now.history());
    }

    static Span span(Snapshot now) {
        Timeline.View view = now.timeline();
        return new Span(
                view.earliest().step(), now.state().step(), view.latest().step());
    }

    static int stepsPerEpoch(Snapshot now) {
        int rows = now.setup().data().get(0).train().count();
        return now.setup().plan().stepsPerEpoch(rows);
    }

    private static String words(Snapshot now) {
        String last = Numbers.count((long) now.timeline().latest().epoch());
        return span(now).later()
                ? Messages.text("timeline.place", Numbers.count(now.epoch()), last)
                : Messages.text("timeline.end", Numbers.count(now.epoch()));
    }

    /** When so many epochs were done, between the points measured; empty where that is beyond them. */
    private static OptionalLong stepAt(History history, double epoch) {
        int right = history.firstAt(epoch);
        if (right == history.size()) {
            return OptionalLong.empty();
        }
        if (right == 0 || history.epoch(right) == epoch) {
            return OptionalLong.of(history.step(right));
        }
        int left = right - 1;
        double share = (epoch - history.epoch(left)) / (history.epoch(right) - history.epoch(left));
        return OptionalLong.of(history.step(left) + Math.round(share * (history.step(right) - history.step(left))));
    }

    private static Curve curve(History history) {
        int[] kept = history.thinned(Curve.POINTS);
        long[] places = new long[kept.length];
        double[] losses = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            places[i] = history.step(kept[i]);
            losses[i] = history.train(kept[i]);
        }
        return new Curve(places, losses);
    }

    private static List<Flag> flags(Timeline.View view, List<Timeline.Mark> milestones) {
        List<Flag> flags = new ArrayList<>();
        for (Timeline.Mark mark : milestones) {
            flags.add(flag(Flag.Kind.MILESTONE, mark));
        }
        for (Timeline.Branch branch : view.branches()) {
            String name = name(view, branch);
            flags.add(new Flag(
                    Flag.Kind.BRANCH,
                    branch.id(),
                    branch.first().step(),
                    Messages.text("timeline.branch", name, branch.label()),
                    Messages.text("timeline.branch.help", name, branch.label())));
        }
        for (Timeline.Mark mark : view.marks()) {
            // Where a branch was left something was changed; one flag is enough.
            if (view.branches().stream()
                    .noneMatch(branch -> branch.first().step() == mark.at().step())) {
                flags.add(flag(Flag.Kind.MARK, mark));
            }
        }
        return flags;
    }

    private static Flag flag(Flag.Kind kind, Timeline.Mark mark) {
        String epoch = Numbers.count((long) mark.at().epoch());
        String help = Messages.text("timeline.mark.help", mark.text(), epoch);
        return new Flag(kind, 0, mark.at().step(), mark.text(), help);
    }

    /** Letters in the order in which branches were left; the present run is the main one. */
    private static String name(Timeline.View view, Timeline.Branch branch) {
        int index = view.branches().indexOf(branch);
        return index < 25 ? String.valueOf((char) ('B' + index)) : String.valueOf(index + 1);
    }
}
