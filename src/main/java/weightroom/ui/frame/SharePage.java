package weightroom.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.experiment.ShareCode;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The experiment as a code to copy, and a place to paste somebody else's. */
final class SharePage extends VBox {
    private final Documents documents;
    private final Runnable close;
    private final TextArea pasted = area("share-pasted", 4);
    private final Label complaint = Controls.label("", "bad");
    private final Label copied = Controls.label("", "hint");

    SharePage(Documents documents, Runnable close) {
        super(8);
        this.documents = documents;
        this.close = close;
        setId("share-page");
        complaint.setId("share-complaint");
        complaint.setWrapText(true);
        copied.setId("share-copied");
        TextArea code = area("share-code", 5);
        code.setEditable(false);
        Button copy = new Button(Messages.text("share.copy"));
        copy.setId("share-copy");
        Controls.explain(copy, Messages.text("share.copy.help"));
        copy.setOnAction(event -> copy(code.getText()));
        copy.setDisable(true);
        documents.share(
                ready -> {
                    code.setText(ready);
                    copy.setDisable(false);
                },
                code::setText);
        Button open = new Button(Messages.text("share.open"));
        open.setId("share-open");
        open.getStyleClass().add("accent");
        Controls.explain(open, Messages.text("share.open.help"));
        open.setOnAction(event -> open());
        pasted.setPromptText(Messages.text("share.prompt", ShareCode.PREFIX));
        getChildren()
                .addAll(head("share.out"), code, line(copy, copied), head("share.in"), pasted, line(open, complaint));
    }

    private void copy(String code) {
        ClipboardContent content = new ClipboardContent();
        content.putString(code);
        Clipboard.getSystemClipboard().setContent(content);
        copied.setText(Messages.text("share.copied"));
    }

    private void open() {
        documents.open(pasted.getText(), close, complaint::setText);
    }

    private static Label head(String key) {
        Label head = Controls.label(Messages.text(key), "secondary");
        head.setWrapText(true);
        return head;
    }

    private static HBox line(Button button, Label answer) {
        HBox line = new HBox(12, button, answer);
        button.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static TextArea area(String id, int rows) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.getStyleClass().add("code");
        area.setAccessibleText(Messages.text(id + ".name"));
        return area;
    }
}
