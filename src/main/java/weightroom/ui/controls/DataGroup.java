package weightroom.ui.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import weightroom.data.DataSource;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;
import weightroom.ui.model.Changes;
import weightroom.ui.model.DataChanges;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Tables;

/** What is learned from: which rows, how many, how noisy, and which of them are kept from training. */
final class DataGroup {
    private static final int MOST_ROWS = 2000;

    private final SettingRows rows;
    private final SourceTiles tiles;
    private final NumberRow split;
    private final NumberRow validation;
    private final BatchRow batch;
    private final NumberRow classes;
    private final FoldGroup group;
    private double validationShare;

    DataGroup(RunModel model, Tables tables) {
        rows = new SettingRows(model);
        tiles = new SourceTiles(source -> model.change(now -> Changes.withSource(now, source)));
        split = share(
                "split", new SplitWords(), chosen -> model.change(now -> DataChanges.withTrainShare(now, chosen)));
        validation = share(
                "validation",
                NumberWords.percent(),
                chosen -> model.change(now -> DataChanges.withValidationShare(now, chosen)));
        batch = new BatchRow(model);
        classes = new NumberRow(
                "classes",
                Messages.text("classes"),
                Explained.help("classes.help", Setting.Effect.FRESH_START),
                Reach.linear(2, DataSource.MAX_CLASSES, 1),
                chosen -> model.change(now -> DataChanges.withClasses(now, (int) Math.rint(chosen))));
        NumberRow noise =
                rows.number("data.noise", Messages.text("noise"), Reach.linear(0, 0.5, 0.01), NumberWords.fixed(2));
        List<Node> main = List.of(tiles, noise, split, batch.node());
        List<Node> others = List.of(
                rows.number("data.samples", Reach.counts(4, MOST_ROWS)),
                classes,
                validation,
                rows.flag("data.standardize"),
                new OwnData(model, tables));
        group = new FoldGroup("data", model.options(), main, others);
        group.more().selectedProperty().addListener((observable, before, more) -> tiles.showAll(more));
        tiles.showAll(group.more().isSelected());
    }

    FoldGroup node() {
        return group;
    }

    void show(Experiment experiment) {
        Optional<DataSpec.Source> source =
                experiment.data().origin() instanceof DataSpec.Source own ? Optional.of(own) : Optional.empty();
        tiles.show(source.map(DataSpec.Source::source));
        rows.show(experiment);
        validationShare = experiment.data().validation();
        split.show(experiment.data().train());
        split.refresh();
        validation.show(validationShare);
        batch.show(experiment);
        boolean free = source.map(own -> own.source().choosesClasses()).orElse(false);
        SettingRows.present(classes, free);
        source.filter(own -> free).ifPresent(own -> classes.show(own.classes()));
    }

    private static NumberRow share(String key, NumberWords words, DoubleConsumer chosen) {
        Reach reach = key.equals("split") ? Reach.linear(0.05, 1, 0.05) : Reach.linear(0, 0.9, 0.05);
        return new NumberRow(
                key,
                Messages.text(key),
                Explained.help(key + ".help", Setting.Effect.FRESH_START),
                reach,
                words,
                chosen);
    }

    /** The parts in percent, as in 70 / 30, or 70/10/20 with a validation part; what is typed is the training part. */
    private final class SplitWords implements NumberWords {
        @Override
        public String text(double train) {
            double test = Math.max(0, 1 - train - validationShare);
            return validationShare > 0
                    ? percent(train) + "/" + percent(validationShare) + "/" + percent(test)
                    : percent(train) + " / " + percent(test);
        }

        @Override
        public double number(String text) {
            return NumberWords.percent().number(text.split("/", 2)[0]);
        }

        private static String percent(double share) {
            return Numbers.significant(Math.rint(share * 1000) / 10, 3);
        }
    }
}
