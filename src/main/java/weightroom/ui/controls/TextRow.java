package weightroom.ui.controls;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setting;
import weightroom.ui.kit.Controls;

/** A setting that is a text, typed; one that is refused stays, with the reason below. */
final class TextRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final javafx.scene.control.Label reason = Controls.label("", "hint", "bad");
    private final Consumer<String> changed;
    private String shown = "";

    TextRow(Setting setting, Consumer<String> changed) {
        this.changed = changed;
        field.setId(Explained.id(setting.path()));
        field.setAccessibleText(Explained.name(setting));
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((observable, before, after) -> {
            if (!after) {
                typed();
            }
        });
        Controls.explain(field, Explained.help(setting));
        reason.setWrapText(true);
        getChildren().addAll(Controls.row(Explained.name(setting), field), reason);
        refuse("");
    }

    void show(String text) {
        if (!text.equals(shown) || !field.isFocused()) {
            shown = text;
            field.setText(text);
            refuse("");
        }
    }

    private void typed() {
        String text = field.getText().strip();
        if (text.equals(shown)) {
            return;
        }
        try {
            changed.accept(text);
            refuse("");
        } catch (InvalidInput refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private void refuse(String why) {
        field.pseudoClassStateChanged(INVALID, !why.isEmpty());
        reason.setText(why);
        SettingRows.present(reason, !why.isEmpty());
    }
}
