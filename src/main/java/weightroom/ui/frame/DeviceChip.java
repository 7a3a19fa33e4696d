package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import weightroom.run.Devices;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings.Device;

/** The device in use and how it is; opens the list of all there are, where there is a choice. */
public final class DeviceChip extends StackPane {
    private static final int LONGEST_IN_CHIP = 26;
    private static final int LONGEST_IN_LIST = 64;

    private final ObservableValue<Playback> playback;
    private final Supplier<List<DeviceChoice>> devices;
    private final MenuButton menu = new MenuButton();
    private final Label fixed = Controls.label("", "chip", "fixed");
    private final Region dot = new Region();
    private List<DeviceChoice> listed = List.of();
    private Device shown = new Device("", "", true);

    /**
     * @param finding has the devices looked for
     * @param devices those found so far
     * @param playback what runs on the one that is chosen
     */
    public DeviceChip(Runnable finding, Supplier<List<DeviceChoice>> devices, ObservableValue<Playback> playback) {
        this.playback = playback;
        this.devices = devices;
        menu.setId("device");
        menu.getStyleClass().add("chip");
        menu.setGraphic(dot);
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setOnShowing(event -> finding.run());
        fixed.setId("device-fixed");
        getChildren().addAll(menu, fixed);
        list();
    }

    public void show(Device now) {
        if (!now.equals(shown)) {
            shown = now;
            boolean choice = now.fixed().isEmpty();
            menu.setVisible(choice);
            menu.setManaged(choice);
            fixed.setVisible(!choice);
            fixed.setManaged(!choice);
            if (choice) {
                menu.setText(shortened(now.description(), LONGEST_IN_CHIP));
                dot.getStyleClass().setAll("dot", now.fellBack() ? "warn" : "ok");
                Controls.explain(
                        menu, Messages.text(now.fellBack() ? "device.fallback" : "device.help", now.description()));
            } else {
                fixed.setText(now.description());
                Controls.explain(fixed, now.fixed());
            }
        }
        if (!listed.equals(devices.get())) {
            listed = devices.get();
            list();
        }
    }

    private void list() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(Devices.AUTO, Messages.text("device.auto")));
        for (DeviceChoice choice : listed) {
            items.add(item(choice.id(), choice.id() + "   " + shortened(choice.description(), LONGEST_IN_LIST)));
        }
        if (listed.isEmpty()) {
            MenuItem looking = new MenuItem(Messages.text("device.looking"));
            looking.setDisable(true);
            items.add(looking);
        }
        menu.getItems().setAll(items);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    private MenuItem item(String id, String text) {
        MenuItem item = new MenuItem(text);
        item.setId("device-" + id.replace(':', '-'));
        item.setOnAction(event -> playback.getValue().useDevice(id));
        return item;
    }
}
