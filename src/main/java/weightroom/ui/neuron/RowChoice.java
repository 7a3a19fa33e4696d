package weightroom.ui.neuron;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Which row the neuron works on: stepped through, chosen from a list, the one in turn, or inputs of one's own. */
final class RowChoice extends HBox {
    /** A longer list would only be scrolled through for ever. */
    private static final int MOST = 500;

    private final NeuronModel model;
    private final Runnable chosen;
    private final ComboBox<Integer> combo = new ComboBox<>();
    private List<String> shown = List.of();
    private boolean silent;

    /** @param chosen told of every choice of the user */
    RowChoice(NeuronModel model, Runnable chosen) {
        this.model = model;
        this.chosen = chosen;
        getStyleClass().add("row-choice");
        Button before = Controls.iconButton(Feather.CHEVRON_LEFT, Messages.text("neuron.row.before"), () -> move(-1));
        before.setId("row-before");
        Button next = Controls.iconButton(Feather.CHEVRON_RIGHT, Messages.text("neuron.row.next"), () -> move(1));
        next.setId("row-next");
        combo.setId("row-choice");
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setMinWidth(60);
        combo.setConverter(Controls.converter(model::describe));
        combo.setAccessibleText(Messages.text("neuron.row.choice"));
        Controls.explain(combo, Messages.text("neuron.row.choice.help"));
        combo.valueProperty().addListener((observable, was, is) -> {
            if (!silent && is != null) {
                model.choose(is);
                chosen.run();
            }
        });
        HBox.setHgrow(combo, Priority.ALWAYS);
        getChildren().addAll(before, combo, next);
    }

    void show() {
        int rows = Math.min(MOST, model.rows());
        List<Integer> choices = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        if (model.hasTurn()) {
            choices.add(NeuronModel.IN_TURN);
        }
        for (int i = 0; i < rows; i++) {
            choices.add(i);
            texts.add(model.describe(i));
        }
        choices.add(NeuronModel.OWN);
        texts.add(Boolean.toString(model.hasTurn()));
        silent = true;
        if (!texts.equals(shown)) {
            shown = texts;
            combo.getItems().setAll(choices);
        }
        combo.setValue(model.row());
        silent = false;
    }

    private void move(int by) {
        model.move(by);
        chosen.run();
    }
}
