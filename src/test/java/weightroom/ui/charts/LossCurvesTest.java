package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.plot.LinePlot;
import weightroom.run.History;
import weightroom.run.InsightHistory;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.run.Timeline.Moment;
import weightroom.run.Verdict;
import weightroom.ui.charts.LossCurves.Measure;

class LossCurvesTest {
    @Test
    void everyEpochIsKept() {
        LossCurves curves = new LossCurves();
        History history = history(1000, 1);
        assertThat(curves.take(history)).isTrue();
        assertThat(curves.curve(Measure.TRAIN).size()).isEqualTo(1000);
        assertThat(curves.curve(Measure.TEST).y(10)).isEqualTo(2.0 / 11);
        assertThat(curves.take(history)).isFalse();
        history.add(1000, 1000, 0.5, Double.NaN, 0.25);
        assertThat(curves.take(history)).isTrue();
        assertThat(curves.curve(Measure.TRAIN).y(1000)).isEqualTo(0.5);
    }

    @Test
    void aBranchKeepsWhatItHasInCommonAndReplacesTheRest() {
        LossCurves curves = new LossCurves();
        curves.take(history(100, 1));
        History branch = history(50, 1);
        branch.add(50, 50, 7, Double.NaN, 8);
        curves.take(branch);
        assertThat(curves.curve(Measure.TRAIN).size()).isEqualTo(51);
        assertThat(curves.curve(Measure.TRAIN).y(49)).isEqualTo(1.0 / 50);
        assertThat(curves.curve(Measure.TRAIN).y(50)).isEqualTo(7);
    }

    @Test
    void aBranchIsDashedFromWhereItPartsAndAnEarlierRunFaintFromItsStart() {
        LossCurves curves = new LossCurves();
        Timeline.View view = new Timeline.View(
                Moment.START,
                new Moment(100, 100),
                List.of(),
                List.of(new Timeline.Branch(
                        1, "learning rate 0.05", new Moment(40, 40), new Moment(60, 60), history(60, 1))),
                List.of(new Timeline.Earlier("8 units", history(30, 3))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<LinePlot.Line> lines = curves.background(view, Measure.TRAIN);
        assertThat(lines).hasSize(2).allMatch(LinePlot.Line::background);
        assertThat(lines.get(0).dashes()).isNotEmpty();
        assertThat(lines.get(0).curve().x(0)).isEqualTo(40);
        assertThat(lines.get(1).dashes()).isEmpty();
        assertThat(lines.get(1).curve().size()).isEqualTo(30);
        assertThat(curves.background(view, Measure.TRAIN).get(0).curve())
                .isSameAs(lines.get(0).curve());
        assertThat(curves.background(Timeline.View.START, Measure.TRAIN)).isEmpty();
    }

    @Test
    void accuracyAndPenaltyComeFromTheHistorySoThatAnOpenedRunAndABranchHaveThem() {
        History history = history(3, 1);
        history.add(new Measurement(0, 3, 3, 0.25, Double.NaN, 0.5, new Accuracy(0.75, Double.NaN, 0.5), 0.125));
        LossCurves curves = new LossCurves();
        curves.take(history);
        assertThat(curves.curve(Measure.TRAIN_ACCURACY).y(3)).isEqualTo(0.75);
        assertThat(curves.curve(Measure.TEST_ACCURACY).y(3)).isEqualTo(0.5);
        assertThat(curves.curve(Measure.PENALTY).y(3)).isEqualTo(0.125);
        assertThat(curves.curve(Measure.PENALTY).y(2)).isNaN();
        Timeline.Branch branch =
                new Timeline.Branch(1, "learning rate 0.05", new Moment(2, 2), new Moment(3, 3), history);
        Timeline.View left = new Timeline.View(
                Moment.START,
                new Moment(3, 3),
                List.of(),
                List.of(branch),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(curves.background(left, Measure.TRAIN_ACCURACY)
                        .get(0)
                        .curve()
                        .y(1))
                .isEqualTo(0.75);
    }

    @Test
    void whatLayersWereLikeIsTakenOverAndFollowsAnotherHistory() {
        Snapshots snapshots = new Snapshots(Snapshots.SPIRAL);
        InsightCurves curves = new InsightCurves(InsightCurves.Value.of(Figure.GRADIENT));
        snapshots.at(0);
        Snapshot now = snapshots.at(4);
        assertThat(curves.take(now.insights())).isTrue();
        assertThat(curves.layers()).isEqualTo(3);
        assertThat(curves.curve(2, 0).size()).isEqualTo(2);
        assertThat(curves.curve(2, 0).x(1)).isEqualTo(4);
        assertThat(curves.take(now.insights())).isFalse();
        InsightHistory branch = now.insights().upTo(0);
        branch.add(snapshots.insight(1, Verdict.Kind.LOW));
        assertThat(curves.take(branch)).isTrue();
        assertThat(curves.curve(0, 0).size()).isEqualTo(2);
        assertThat(curves.curve(0, 0).x(1)).isEqualTo(1);
    }

    private static History history(int epochs, double factor) {
        History history = new History();
        for (int epoch = 0; epoch < epochs; epoch++) {
            history.add(epoch, epoch, factor / (epoch + 1), Double.NaN, 2 * factor / (epoch + 1));
        }
        return history;
    }
}
