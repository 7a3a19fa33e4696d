package weightroom.ui.compare;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Finds a setting of the experiment by a part of its name, to compare values of it. */
final class SettingSearch extends VBox {
    private final QuestionModel question;
    private final Runnable done;
    private final TextField field = new TextField();
    private final ListView<Setting> found = new ListView<>();
    private final List<Setting> all;

    /** @param done is run when one was chosen */
    SettingSearch(QuestionModel question, Runnable done) {
        this.question = question;
        this.done = done;
        all = question.base().map(base -> Settings.of(base.experiment())).orElse(List.of()).stream()
                .filter(setting ->
                        !setting.path().equals("seed") && !setting.path().equals("title"))
                .toList();
        getStyleClass().add("compare-pop");
        field.setId("setting-search");
        field.setPromptText(Messages.text("compare.search"));
        field.setAccessibleText(Messages.text("compare.search"));
        Controls.explain(field, Messages.text("compare.search.help"));
        field.textProperty().addListener((observable, before, after) -> search());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                found.requestFocus();
            } else if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        found.setId("setting-found");
        found.setAccessibleText(Messages.text("compare.search"));
        Controls.explain(found, Messages.text("compare.search.help"));
        found.setPrefSize(340, 260);
        found.setCellFactory(list -> new SettingCell());
        found.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        found.setOnMouseClicked(event -> choose());
        Label label = Controls.label(Messages.text("compare.search.help"), "hint");
        label.setWrapText(true);
        getChildren().addAll(field, found, label);
        search();
    }

    private void search() {
        String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
        found.getItems()
                .setAll(all.stream()
                        .filter(setting -> (setting.path() + " " + setting.label())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList());
        found.getSelectionModel().selectFirst();
    }

    private void choose() {
        Setting chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            question.setDifference(Difference.SETTING, chosen.path());
            done.run();
        }
    }

    private static final class SettingCell extends ListCell<Setting> {
        @Override
        protected void updateItem(Setting setting, boolean empty) {
            super.updateItem(setting, empty);
            setText(
                    empty || setting == null
                            ? ""
                            : Messages.text("compare.search.row", setting.label(), setting.path()));
        }
    }
}
