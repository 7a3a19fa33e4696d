package weightroom.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;
import weightroom.ui.kit.Switch;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** What restrains it: penalties on weights, dropout, batch norm, and cutting gradients short. */
final class RegularizationGroup {
    private static final Reach PENALTY = Reach.logarithmicFromZero(1e-6, 1);
    private static final Reach CLIP = Reach.logarithmic(1e-3, 100);
    private static final double USUAL_NORM = 1;

    private final RunModel model;
    private final SettingRows rows;
    private final NumberRow dropout;
    private final NumberRow lambda;
    private final NumberRow ratio;
    private final NumberRow norm;
    private final Switch batchNorm;
    private final Switch clip;
    private final FoldGroup group;
    private boolean varies;
    private boolean showing;
    private double wantedRatio = 0.5;

    RegularizationGroup(RunModel model) {
        this.model = model;
        rows = new SettingRows(model);
        dropout = new NumberRow(
                "dropout",
                Messages.text("dropout"),
                Explained.help("dropout.help", Setting.Effect.LIVE),
                Reach.linear(0, 0.9, 0.05),
                new DropoutWords(),
                share -> model.change(now -> Changes.withDropout(now, share)));
        lambda = new NumberRow(
                "elastic-lambda",
                Messages.text("elastic.lambda"),
                Explained.help("elastic.help", Setting.Effect.LIVE),
                PENALTY,
                chosen -> model.change(now -> Changes.withElasticNet(now, chosen, wantedRatio)));
        ratio = new NumberRow(
                "elastic-ratio",
                Messages.text("elastic.ratio"),
                Explained.help("elastic.ratio.help", Setting.Effect.LIVE),
                Reach.linear(0, 1, 0.05),
                this::setRatio);
        norm = rows.number("training.clip.norm", Messages.text("clip.norm"), CLIP, CLIP::text);
        batchNorm = toggle("batch-norm", Setting.Effect.FRESH_START, on -> Changes.withBatchNorm(experiment(), on));
        clip = toggle("clip", Setting.Effect.LIVE, this::withClip);
        HBox switches = new HBox(name("batch-norm", batchNorm), batchNorm, Controls.spring(), name("clip", clip), clip);
        switches.getStyleClass().add("row");
        group = new FoldGroup(
                "regularization",
                model.options(),
                List.of(
                        rows.number("training.l2", PENALTY),
                        rows.number("training.l1", PENALTY),
                        dropout,
                        switches,
                        norm),
                List.of(
                        Controls.label(Messages.text("elastic"), "hint"),
                        lambda,
                        ratio,
                        rows.optional("training.clip.value", USUAL_NORM, CLIP)));
    }

    FoldGroup node() {
        return group;
    }

    void show(Experiment experiment) {
        showing = true;
        rows.show(experiment);
        List<LayerSpec> hidden = experiment.network().layers().subList(0, Changes.hidden(experiment));
        varies = hidden.stream().mapToDouble(LayerSpec::dropout).distinct().count() > 1;
        dropout.setDisable(hidden.isEmpty());
        dropout.show(hidden.isEmpty() ? 0 : hidden.get(0).dropout());
        dropout.refresh();
        batchNorm.setDisable(hidden.isEmpty());
        batchNorm.setSelected(!hidden.isEmpty() && hidden.stream().allMatch(LayerSpec::batchNorm));
        boolean clipped = Double.isFinite(experiment.training().clipNorm());
        clip.setSelected(clipped);
        SettingRows.present(norm, clipped);
        wantedRatio = Changes.elasticRatio(experiment, wantedRatio);
        lambda.show(Changes.elasticLambda(experiment));
        ratio.show(wantedRatio);
        showing = false;
    }

    private Experiment experiment() {
        return model.experiment().get();
    }

    private void setRatio(double chosen) {
        wantedRatio = chosen;
        model.change(now -> Changes.withElasticNet(now, Changes.elasticLambda(now), chosen));
    }

    private Experiment withClip(boolean on) {
        Experiment now = experiment();
        double value = now.training().clipValue();
        return now.withTraining(now.training().withClip(value, on ? USUAL_NORM : Double.POSITIVE_INFINITY));
    }

    private Switch toggle(String key, Setting.Effect effect, Function<Boolean, Experiment> changed) {
        Switch toggle = new Switch("");
        toggle.setId(key + "-switch");
        toggle.setAccessibleText(Messages.text(key));
        Controls.explain(toggle, Explained.help(key + ".help", effect));
        toggle.selectedProperty().addListener((observable, before, on) -> {
            if (!showing) {
                model.change(now -> changed.apply(on));
            }
        });
        return toggle;
    }

    private static Label name(String key, Switch toggle) {
        Label name = Controls.label(Messages.text(key));
        name.setLabelFor(toggle);
        name.setId(key + "-name");
        Controls.explain(name, toggle.getAccessibleHelp());
        return name;
    }

    /** Percent, or that the layers differ. */
    private final class DropoutWords implements NumberWords {
        @Override
        public String text(double number) {
            return varies ? Messages.text("varies") : NumberWords.percent().text(number);
        }

        @Override
        public double number(String text) {
            return NumberWords.percent().number(text);
        }
    }
}
