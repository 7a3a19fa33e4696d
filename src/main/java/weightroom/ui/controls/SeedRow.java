package weightroom.ui.controls;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The seed that everything random is drawn from, typed or rolled. */
final class SeedRow extends HBox {
    private static final int MAX_ROLLED_SEED = 10_000;

    private final RunModel model;
    private final TextField seed = new TextField();

    SeedRow(RunModel model) {
        this.model = model;
        seed.setId("seed");
        seed.getStyleClass().add("seed");
        seed.setOnAction(event -> typed());
        seed.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                typed();
            }
        });
        seed.setAccessibleText(Messages.text("seed"));
        Controls.explain(seed, Explained.help("seed.help", Setting.Effect.FRESH_START));
        Button dice = Controls.iconButton(Feather.SHUFFLE, Messages.text("dice.help"), () -> {
            long rolled = ThreadLocalRandom.current().nextInt(1, MAX_ROLLED_SEED);
            model.change(now -> now.withSeed(rolled));
        });
        dice.setGraphic(new DiceFace());
        dice.getStyleClass().add("dice");
        dice.setId("dice");
        HBox row = Controls.row(Messages.text("seed"), seed);
        HBox.setHgrow(seed, Priority.NEVER);
        getStyleClass().setAll(row.getStyleClass());
        getChildren().setAll(List.copyOf(row.getChildren()));
        getChildren().add(dice);
    }

    void show(long number) {
        seed.setText(Long.toString(number));
    }

    private void typed() {
        try {
            model.set("seed", Long.parseLong(seed.getText().strip()));
        } catch (NumberFormatException | InvalidInput noSeed) {
            show(model.experiment().get().seed());
        }
    }
}
