package weightroom.ui.frame;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import weightroom.run.Snapshot.Notice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** One sentence for the user, with a way to close it; there only while there is something to say. */
public final class NoticeBar extends HBox {
    private final RunModel model;
    private final Label text = Controls.label("");
    private final Button reset = new Button(Messages.text("reset"));

    public NoticeBar(RunModel model) {
        this.model = model;
        text.setId("notice");
        text.setWrapText(true);
        // A long sentence wraps; it must not push the plots aside.
        text.setPrefWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        reset.setId("notice-reset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> model.reset());
        Controls.explain(reset, Messages.text("reset.help"));
        Button close = Controls.iconButton(Feather.X, Messages.text("notice.close"), model::dismiss);
        close.setId("notice-close");
        getChildren().addAll(text, reset, close);
        model.notice().addListener((observable, before, after) -> show(after));
        show(model.notice().get());
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(one -> {
            getStyleClass().setAll("notice", one.kind().name().toLowerCase(Locale.ROOT));
            text.setText(one.text());
            boolean offerReset = model.diverged();
            reset.setVisible(offerReset);
            reset.setManaged(offerReset);
        });
    }
}
