package weightroom.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The window. */
public final class WeightroomApp extends Application {
    /** Opens the window and returns when it was closed. */
    public static void open(String... args) {
        launch(WeightroomApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("Weightroom");
        stage.setScene(new Scene(new BorderPane(), 1280, 800));
        stage.show();
    }
}
