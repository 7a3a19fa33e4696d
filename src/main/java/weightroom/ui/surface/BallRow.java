package weightroom.ui.surface;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.Optimizer;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One optimizer: whether its ball is on the surface, how it looks, its rate, and what became of it. */
final class BallRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SurfaceModel model;
    private final Optimizer optimizer;
    private final CheckBox tick = new CheckBox();
    private final ToggleButton choose = new ToggleButton();
    private final Label state = Controls.label("", "hint");

    BallRow(SurfaceModel model, Optimizer optimizer) {
        this.model = model;
        this.optimizer = optimizer;
        getStyleClass().add("ball-row");
        tick.setId("ball-" + optimizer.id());
        tick.setAccessibleText(optimizer.label());
        tick.setOnAction(event -> model.setShown(optimizer, tick.isSelected()));
        Controls.explain(
                tick,
                Messages.text("surface.ball.tick.help", optimizer.label(), optimizer.formula(), optimizer.help()));
        VBox words = new VBox(Controls.label(optimizer.label(), "ball-name"), state);
        HBox face = new HBox(new LaneSample(LaneStyle.of(lane())), words);
        face.getStyleClass().add("ball-face");
        choose.setId("choose-ball-" + optimizer.id());
        choose.setGraphic(face);
        choose.getStyleClass().add("ball-choose");
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setMinWidth(0);
        choose.setOnAction(event -> {
            model.choose(optimizer);
            show();
        });
        Controls.explain(choose, Messages.text("surface.ball.choose.help", optimizer.label()));
        setHgrow(choose, Priority.ALWAYS);
        getChildren().addAll(tick, choose);
    }

    /** The number of its look. */
    private int lane() {
        return SurfaceModel.OPTIMIZERS.indexOf(optimizer);
    }

    void show() {
        boolean shown = model.shown().contains(optimizer);
        boolean chosen = shown && model.chosen() == optimizer;
        tick.setSelected(shown);
        choose.setSelected(chosen);
        pseudoClassStateChanged(CHOSEN, chosen);
        String rate = "\u03b7 " + Numbers.significant(model.ball(optimizer).rate(), 3);
        String text = shown ? rate + " \u00b7 " + VerdictWords.brief(model.verdict(optimizer)) : rate;
        if (!text.equals(state.getText())) {
            state.setText(text);
            choose.setAccessibleText(optimizer.label() + ", " + text);
        }
    }
}
