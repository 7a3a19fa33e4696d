package weightroom.ui.explain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import weightroom.explain.Derivation;
import weightroom.plot.ScenePicture;
import weightroom.run.Background;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.SaveDialog;

/** Takes what the panel shows elsewhere: as text, as LaTeX, as a picture. */
final class PanelCopies {
    /** So that a picture on paper is sharp. */
    private static final double DETAIL = 2;

    private static final Duration TELLING = Duration.seconds(4);

    private final Region shown;
    private final Region panel;
    private final Background background;
    private final Label told = Controls.label("", "plot-told");
    private final PauseTransition telling = new PauseTransition(TELLING);
    private Optional<Derivation> seen = Optional.empty();

    /**
     * @param shown what a picture shows
     * @param panel has the colour behind it
     */
    PanelCopies(Region shown, Region panel, Background background) {
        this.shown = shown;
        this.panel = panel;
        this.background = background;
        told.setId("explain-told");
        told.setVisible(false);
        told.setWrapText(true);
        StackPane.setAlignment(told, Pos.BOTTOM_CENTER);
        telling.setOnFinished(event -> told.setVisible(false));
    }

    /** Where it says what was done. */
    Node told() {
        return told;
    }

    /** What there is to take: no more than may be seen. */
    void show(Derivation derivation, Revealed revealed) {
        seen = Optional.of(revealed.seen(derivation));
    }

    void copyText() {
        seen.ifPresent(one -> copy(one.text(), "explain.panel.copied.text"));
    }

    private void copyLatex() {
        seen.ifPresent(one -> copy(one.latex(), "explain.panel.copied.latex"));
    }

    private String title() {
        return seen.map(Derivation::title).orElse("");
    }

    private void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(ScenePicture.image(shown, behind(), DETAIL));
        Clipboard.getSystemClipboard().setContent(content);
        tell(Messages.text("explain.panel.copied.picture"));
    }

    private void copy(String words, String key) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        tell(Messages.text(key));
    }

    /** Opens the menu below a button. */
    void menu(Node below) {
        ContextMenu menu = new ContextMenu();
        MenuItem words = item("copy.text", this::copyText);
        words.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
        menu.getItems()
                .addAll(
                        words,
                        item("copy.latex", this::copyLatex),
                        item("copy.picture", this::copyPicture),
                        new SeparatorMenuItem(),
                        item("save.png", () -> save("png", () -> ScenePicture.png(shown, behind(), DETAIL))),
                        item(
                                "save.svg",
                                () -> save("svg", () -> ScenePicture.svg(shown, behind(), title())
                                        .getBytes(StandardCharsets.UTF_8))));
        menu.show(below, Side.BOTTOM, 0, 2);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text("explain.panel." + key));
        item.setId("explain-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void save(String extension, Supplier<byte[]> bytes) {
        SaveDialog.ask(
                        Messages.text("explain.panel.save." + extension),
                        Messages.text("explain.panel.file"),
                        extension,
                        shown.getScene().getWindow())
                .ifPresent(file -> SaveDialog.write(file, extension, bytes.get(), background, this::tell));
    }

    private Color behind() {
        return ScenePicture.background(panel);
    }

    private void tell(String words) {
        told.setText(words);
        told.setVisible(true);
        telling.playFromStart();
    }
}
