package weightroom.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What {@link CleanLogExtensionTest} plants. Its name keeps it out of the build's own run, where it would fail. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class WindowsWithFaults {
    private Label label;

    @Start
    void show(Stage stage) {
        label = new Label("text");
        stage.setScene(new Scene(new StackPane(label), 100, 100));
        stage.show();
    }

    @Test
    void cleanWindow() {
        style("-fx-text-fill: red;");
    }

    @Test
    void undefinedColour() {
        style("-fx-text-fill: -color-nobody-defines;");
    }

    @Test
    void unreadableStyleSheet() {
        String sheet =
                Base64.getEncoder().encodeToString(".label { -fx-text-fill: #12 }".getBytes(StandardCharsets.UTF_8));
        onScreen(() -> label.getScene().getStylesheets().add("data:text/css;base64," + sheet));
    }

    @Test
    void anExceptionOnTheScreensThread() {
        Platform.runLater(() -> {
            throw new IllegalStateException("planted: screen");
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void anExceptionOnAnotherThread() throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("planted: other");
        });
        thread.start();
        thread.join();
    }

    private void style(String css) {
        onScreen(() -> label.setStyle(css));
    }

    private static void onScreen(Runnable change) {
        Platform.runLater(change);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
