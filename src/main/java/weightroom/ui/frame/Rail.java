package weightroom.ui.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Options;

/** The views there are, from top to bottom; at its foot what concerns the whole program. */
final class Rail extends VBox {
    private final Map<String, ToggleButton> items = new LinkedHashMap<>();
    private final Options options;
    private final Views views;

    Rail(Options options, Views views, MainMenu menu, Action settings) {
        this.options = options;
        this.views = views;
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        StackPane logo = new StackPane(Glyph.logo());
        logo.getStyleClass().add("logo");
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().add(logo);
        views.entries().forEach(entry -> getChildren().add(view(entry)));
        getChildren().addAll(spring, dress(menu, "rail-menu"), button(settings));
        options.view().addListener((observable, before, after) -> showChosen());
        showChosen();
    }

    private Node view(View.Entry entry) {
        ToggleButton item = new ToggleButton();
        item.setGraphic(Glyph.stroked(entry.picture()));
        item.setId("view-" + entry.id());
        item.setText(Messages.text("view." + entry.id()));
        item.setOnAction(event -> {
            options.view().set(entry.id());
            // The view that is shown cannot be put away.
            showChosen();
        });
        Controls.explain(item, Messages.text("view." + entry.id() + ".help"));
        items.put(entry.id(), item);
        return dress(item, "rail-view");
    }

    private void showChosen() {
        items.forEach((id, item) -> item.setSelected(id.equals(views.chosen().id())));
    }

    private static Node button(Action settings) {
        Button item = new Button(Messages.text("settings.short"));
        item.setGraphic(new FontIcon(Feather.SETTINGS));
        item.setId("settings");
        item.setOnAction(event -> settings.run().run());
        Controls.explain(item, settings.help());
        return dress(item, "rail-settings");
    }

    private static Node dress(ButtonBase item, String style) {
        item.getStyleClass().addAll("rail-item", style);
        item.setContentDisplay(ContentDisplay.TOP);
        return item;
    }
}
