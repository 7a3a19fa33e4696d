package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.engine.Knob;
import weightroom.engine.Optimizer;
import weightroom.surface.Ball;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberRow;
import weightroom.ui.kit.Reach;

/** The learning rate and the knobs of the chosen ball. */
final class NumbersOfBall extends VBox {
    private static final Reach RATE = Reach.logarithmic(1e-4, 10);
    private static final double SMALLEST = 1e-10;

    private final SurfaceModel model;
    private final Label title = Controls.label("", "group-title");
    private final VBox rows = new VBox();
    private final List<NumberRow> knobs = new ArrayList<>();
    private final NumberRow rate;
    private Ball shown;

    NumbersOfBall(SurfaceModel model) {
        this.model = model;
        getStyleClass().add("ball-numbers");
        rate = new NumberRow(
                "ball-rate",
                Messages.text("surface.rate"),
                Messages.text("surface.rate.help"),
                RATE,
                number -> model.setBall(ball().withRate(number)));
        Button usual = new Button(Messages.text("surface.usual"));
        usual.setId("ball-usual");
        usual.setMinWidth(USE_PREF_SIZE);
        usual.setOnAction(event -> {
            model.setBall(Ball.usual(model.chosen(), model.surface()));
            show();
        });
        Controls.explain(usual, Messages.text("surface.usual.help"));
        HBox head = new HBox(title, Controls.spring(), usual);
        head.getStyleClass().add("ball-numbers-head");
        getChildren().addAll(head, rate, rows);
        shown = ball();
        fill(shown.optimizer());
        show();
    }

    private Ball ball() {
        return model.ball(model.chosen());
    }

    void show() {
        Ball ball = ball();
        if (ball.optimizer() != shown.optimizer()) {
            fill(ball.optimizer());
        }
        shown = ball;
        rate.show(ball.rate());
        for (int i = 0; i < knobs.size(); i++) {
            knobs.get(i).show(ball.knobs().get(i));
        }
    }

    private void fill(Optimizer optimizer) {
        title.setText(Messages.text("surface.numbers", optimizer.label()));
        knobs.clear();
        List<Knob> known = optimizer.knobs();
        for (int i = 0; i < known.size(); i++) {
            int index = i;
            Knob knob = known.get(i);
            knobs.add(new NumberRow(
                    "ball-" + knob.id(),
                    knob.label(),
                    Messages.text("surface.knob.help", knob.help()),
                    reach(knob),
                    number -> model.setBall(ball().withKnob(index, number))));
        }
        rows.getChildren().setAll(knobs);
    }

    private static Reach reach(Knob knob) {
        return knob.logarithmic()
                ? Reach.logarithmicFromZero(SMALLEST, knob.high())
                : Reach.linear(knob.low(), knob.high(), knob.initial() > 0.99 ? 0.001 : 0.01);
    }
}
