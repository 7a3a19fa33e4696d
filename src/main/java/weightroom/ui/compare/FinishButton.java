package weightroom.ui.compare;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Runs all seeds of all lanes to the end, shows how far that is, and ends it early. */
final class FinishButton extends HBox {
    private final RaceModel model;
    private final Button button = new Button();
    private final ProgressBar progress = new ProgressBar(0);

    FinishButton(RaceModel model) {
        this.model = model;
        getStyleClass().add("finish");
        button.setId("compare-finish");
        button.getStyleClass().add("accent");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> press());
        progress.setId("compare-progress");
        progress.getStyleClass().add("travel");
        progress.setMouseTransparent(true);
        getChildren().addAll(progress, button);
        show();
    }

    /** Shows the newest snapshot. */
    void show() {
        Optional<RaceSnapshot> race = model.snapshot().get();
        Phase phase = race.map(RaceSnapshot::phase).orElse(new Phase(Phase.Kind.RACING, 0));
        boolean busy = phase.kind() != Phase.Kind.RACING;
        progress.setVisible(busy);
        progress.setManaged(busy);
        if (busy) {
            progress.setProgress(phase.share());
            say("compare.finish." + phase.kind().name().toLowerCase(Locale.ROOT));
        } else {
            int seeds = race.map(now -> now.contest().seeds())
                    .orElse(model.question().now().seeds());
            say("compare.finish", seeds);
        }
        boolean over = race.map(now -> now.clock().tick() >= now.clock().end()).orElse(true);
        button.setDisable(!busy && over);
    }

    private void press() {
        if (model.busy()) {
            model.pause();
        } else {
            model.finish();
        }
    }

    private void say(String key, Object... values) {
        String text = Messages.text(key, values);
        if (!text.equals(button.getText())) {
            button.setText(text);
            Controls.explain(button, Messages.text(key + ".help", values));
        }
    }
}
