package weightroom.ui.charts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.plot.Numbers;
import weightroom.run.Grid;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.run.Tiles;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;
import weightroom.ui.kit.Switch;
import weightroom.ui.model.Drawing;
import weightroom.ui.model.RunModel;

/** What the network answers over a plane of its inputs, and the rows it learns from; or one unit, while it is pointed at. */
final class BoundaryChart extends Chart {
    private static final double QUALITY_WIDTH = 132;
    private static final int FIELDS_PER_SECOND = 15;
    /** Narrower, there is no room for every word beside the title. */
    private static final double ROOMY = 420;

    private final RunModel model;
    private final DecisionPlot plot = new DecisionPlot();
    private final Label title = Controls.label("", "title");
    private final Label quality = Controls.label("", "hint");
    private final Switch tests = new Switch(Messages.text("boundary.tests"));
    private final HBox rule = new HBox();
    private final SliceBar slices;
    private final Cadence cadence = Cadence.inTurn(FIELDS_PER_SECOND);
    private boolean saysValues;
    private @Nullable Shown shown;

    /** What the plot shows. */
    private record Shown(
            Setup setup,
            Slice slice,
            Optional<Snapshot.Answers> answers,
            Optional<Snapshot.Field> field,
            Optional<Tiles> tiles,
            Optional<RunModel.Unit> unit,
            boolean tests,
            int[] batch,
            int cursor) {
        /** Whether the same points would be drawn. */
        @SuppressWarnings("ReferenceEquality") // Looking through all rows each time is what this is to avoid.
        boolean samePoints(Shown before) {
            return before.setup == setup
                    && same(before.answers, answers)
                    && before.tests == tests
                    && before.unit.equals(unit)
                    && before.slice.equals(slice);
        }

        @SuppressWarnings("ReferenceEquality")
        boolean sameField(Shown before) {
            return before.setup == setup
                    && same(before.field, field)
                    && same(before.tiles, tiles)
                    && before.unit.equals(unit);
        }

        boolean sameBatch(Shown before) {
            return before.cursor == cursor && Arrays.equals(before.batch, batch);
        }

        @SuppressWarnings("ReferenceEquality")
        private static <T> boolean same(Optional<T> one, Optional<T> other) {
            return one.isEmpty() ? other.isEmpty() : other.isPresent() && one.get() == other.get();
        }
    }

    BoundaryChart(ChartSources sources) {
        model = sources.model();
        slices = new SliceBar(model);
        quality.setId("quality");
        quality.setAlignment(Pos.CENTER_RIGHT);
        Controls.explain(quality, Messages.text("quality.help"));
        tests.setId("test-points");
        tests.setSelected(true);
        Controls.explain(tests, Messages.text("boundary.tests.help"));
        rule.getStyleClass().add("rule");
        tests.setAccessibleText(Messages.text("boundary.tests"));
        title.setMinWidth(USE_PREF_SIZE);
        tests.setMinWidth(USE_PREF_SIZE);
        offerTests(false);
        widthProperty().addListener((observable, before, after) -> offerTests(tests.isVisible()));
        HBox head = new HBox(title, Controls.spring(), new Steady(quality, QUALITY_WIDTH), rule, tests);
        head.getStyleClass().addAll("panel-head", "boundary-head");
        plot.setId("boundary-plot");
        plot.setAccessibleText(Messages.text("boundary.plot"));
        plot.setEmptyText(Messages.text("boundary.empty"));
        plot.setWords(Messages.text("part.train"), Messages.text("part.test"), Messages.text("contour"));
        plot.setMinSize(160, 160);
        plot.setPrefSize(432, 456);
        plot.setOnTouch(new DrawingHand(model, plot));
        tests.selectedProperty()
                .addListener(
                        (observable, before, after) -> show(model.snapshot().get(), 0));
        getChildren().addAll(head, framed(plot, "boundary"), slices);
    }

    @Override
    Set<RunModel.Part> parts() {
        return EnumSet.of(RunModel.Part.FIELD, RunModel.Part.ANSWERS);
    }

    @Override
    void show(Snapshot now, long nanos) {
        boolean draws = model.drawing().mode().get() != Drawing.Mode.OFF;
        plot.setCursor(draws ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        Optional<RunModel.Unit> unit =
                model.pointed().get().filter(one -> tile(now, one).isPresent());
        Shown next = new Shown(
                now.setup(),
                model.slice().get(),
                now.answers(),
                now.field(),
                unit.isPresent() ? now.tiles() : Optional.empty(),
                unit,
                tests.isSelected(),
                now.batchRows(),
                now.cursor());
        Shown before = shown;
        boolean points = before == null || !next.samePoints(before);
        boolean field = before == null || !next.sameField(before);
        boolean batch = before == null || !next.sameBatch(before);
        boolean other = before == null || !before.unit.equals(next.unit) || before.tests != next.tests;
        if (!(points || field || batch) || !cadence.due(nanos, other || !now.playing())) {
            return;
        }
        shown = next;
        if (field) {
            showField(now, next);
        }
        if (points) {
            offerTests(!now.setup().rows().split().test().isEmpty());
            showPoints(now, next);
        }
        if (points || batch) {
            plot.setBatch(next.batch, next.cursor < 0 ? -1 : next.batch[next.cursor]);
        }
        slices.show(now);
    }

    private void showField(Snapshot now, Shown next) {
        List<String> names = now.setup().rows().dataset().inputNames();
        plot.setNames(FeatureLabel.of(names.get(next.slice.axis1())), FeatureLabel.of(names.get(next.slice.axis2())));
        boolean amounts = now.setup().task() instanceof Task.Regression;
        if (next.unit.isPresent()) {
            RunModel.Unit unit = next.unit.get();
            String name = Words.unit(now.setup(), unit.layer(), unit.index());
            title.setText(name);
            Tiles tiles = now.tiles().orElseThrow();
            plot.setScale(UnitScale.of(now.setup(), tiles, unit, name));
            plot.setField(field(tiles.grid(), tile(now, unit).orElseThrow()));
            return;
        }
        boolean one = OneInput.fits(now.setup());
        title.setText(Messages.text(one ? "one.title" : amounts ? "surface" : "boundary"));
        if (one) {
            plot.setNames(FeatureLabel.of(names.get(0)), OneInput.target(now.setup()));
        }
        plot.setScale(one ? OneInput.scale(now.setup()) : Points.scale(now.setup()));
        next.field.ifPresentOrElse(
                shownField -> plot.setField(
                        one ? OneInput.field(now.setup(), shownField) : field(shownField.grid(), shownField.values())),
                plot::clearField);
    }

    /** The switch is there where there are rows that it shows, in words where there is room. */
    private void offerTests(boolean any) {
        boolean roomy = getWidth() >= ROOMY;
        tests.setText(roomy ? Messages.text("boundary.tests") : "");
        tests.setVisible(any);
        tests.setManaged(any);
        rule.setVisible(any && roomy);
        rule.setManaged(any && roomy);
    }

    /** Says beside every row what the network answers, where there are but a few. */
    void sayValues() {
        saysValues = true;
    }

    private void showPoints(Snapshot now, Shown next) {
        plot.setCallouts(
                saysValues && next.unit.isEmpty() ? Callouts.of(now.setup(), now.answers(), next.slice) : List.of());
        plot.setPoints(
                OneInput.fits(now.setup()) && next.unit.isEmpty()
                        ? OneInput.points(now.setup(), now.answers(), next.tests)
                        : Points.of(now.setup(), now.answers(), next.slice, next.tests));
        plot.setDescriber(point -> PointFacts.of(model.snapshot().get(), next.slice, point));
        quality.setText(
                now.answers().map(answers -> quality(now.setup(), answers)).orElse(""));
    }

    private static Optional<float[]> tile(Snapshot now, RunModel.Unit unit) {
        return now.tiles()
                .filter(tiles -> unit.layer() + 1 < tiles.layers().size())
                .map(tiles -> tiles.layers().get(unit.layer() + 1))
                .filter(layer -> unit.index() < layer.units())
                .map(layer -> layer.values()[unit.index()]);
    }

    private static Field field(Grid grid, float[] values) {
        return new Field(grid.columns(), grid.rows(), grid.x1Low(), grid.x1High(), grid.x2Low(), grid.x2High(), values);
    }

    private static String quality(Setup setup, Snapshot.Answers answers) {
        boolean test = !setup.rows().split().test().isEmpty();
        String part = Messages.text(test ? "part.test" : "part.train");
        if (setup.task() instanceof Task.Regression) {
            return Messages.text("quality.error", part, Numbers.significant(Points.rootMeanSquare(setup, answers), 3));
        }
        Rows rows = test ? setup.rows().split().test() : setup.rows().split().train();
        int c = rows.targets().length / rows.count();
        double share =
                (double) setup.task().right(test ? answers.test() : answers.train(), rows.targets(), rows.count(), c)
                        / rows.count();
        return Messages.text("quality.accuracy", part, Numbers.fixed(100 * share, 1));
    }
}
