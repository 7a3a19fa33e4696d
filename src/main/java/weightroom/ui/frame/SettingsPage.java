package weightroom.ui.frame;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Options.Panel;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Speed;

/** How the window looks and behaves; everything here is remembered. */
final class SettingsPage extends VBox {
    private static final double LABEL_WIDTH = 176;
    private static final Double[] SIZES = {0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};

    private final Options options;

    SettingsPage(RunModel model) {
        super(4);
        options = model.options();
        setId("settings-page");
        ComboBox<Theme> theme = choice("theme", Theme.values(), value -> Messages.text("theme." + value.id()));
        theme.valueProperty().bindBidirectional(options.theme());
        ComboBox<Double> size = choice("size", SIZES, value -> Messages.text("settings.percent", percent(value)));
        size.setValue(options.zoom().get());
        size.setOnAction(event -> options.setZoom(size.getValue()));
        ComboBox<Speed> speed = choice("speed", Speed.ALL.toArray(Speed[]::new), Speed::label);
        speed.setValue(model.transport().speed().get());
        speed.setOnAction(event -> model.transport().setSpeed(speed.getValue()));
        ComboBox<String> device =
                choice("device", new String[] {"java", "auto"}, value -> Messages.text("settings.device." + value));
        if (!device.getItems().contains(options.device().get())) {
            device.getItems().add(options.device().get());
        }
        device.setConverter(Controls.converter(SettingsPage::deviceName));
        device.setValue(options.device().get());
        device.setOnAction(event -> model.useDevice(device.getValue()));
        getChildren()
                .addAll(
                        row("theme", theme),
                        row("size", size),
                        row("motion", box("motion", options.reducedMotion())),
                        row("speed", speed),
                        row("device", device),
                        row("autosave", box("autosave", options.autosave())),
                        row("presented", panels()));
    }

    private Node panels() {
        FlowPane boxes = new FlowPane(16, 4);
        for (Panel panel : Panel.values()) {
            String id = panel.name().toLowerCase(Locale.ROOT);
            CheckBox box = new CheckBox(Messages.text("panel." + id));
            box.setId("present-" + id);
            box.setSelected(options.presented().get().contains(panel));
            box.setOnAction(event -> {
                Set<Panel> chosen = EnumSet.noneOf(Panel.class);
                chosen.addAll(options.presented().get());
                if (box.isSelected()) {
                    chosen.add(panel);
                } else {
                    chosen.remove(panel);
                }
                options.presented().set(chosen);
            });
            Controls.explain(box, Messages.text("settings.presented.help"));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private static String deviceName(String id) {
        return id.equals("java") || id.equals("auto") ? Messages.text("settings.device." + id) : id;
    }

    private static String percent(double share) {
        return Numbers.fixed(share * 100, 0);
    }

    private static CheckBox box(String key, BooleanProperty property) {
        CheckBox box = new CheckBox(Messages.text("settings." + key + ".on"));
        box.setId("settings-" + key);
        box.selectedProperty().bindBidirectional(property);
        Controls.explain(box, Messages.text("settings." + key + ".help"));
        return box;
    }

    private static <T> ComboBox<T> choice(String key, T[] values, Function<T, String> name) {
        ComboBox<T> choice = new ComboBox<>(FXCollections.observableArrayList(values));
        choice.setId("settings-" + key);
        choice.setPrefWidth(208);
        choice.setConverter(Controls.converter(name));
        choice.setAccessibleText(Messages.text("settings." + key));
        Controls.explain(choice, Messages.text("settings." + key + ".help"));
        return choice;
    }

    private static Node row(String key, Node control) {
        Label label = Controls.label(Messages.text("settings." + key), "secondary");
        label.setMinWidth(LABEL_WIDTH);
        label.setLabelFor(control);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("row");
        return row;
    }
}
