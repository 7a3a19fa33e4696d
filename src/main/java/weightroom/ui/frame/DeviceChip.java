package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import weightroom.run.Devices;
import weightroom.run.Snapshot;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** The device in use and how it is; opens the list of all there are. */
public final class DeviceChip extends MenuButton {
    private static final int LONGEST_IN_CHIP = 26;
    private static final int LONGEST_IN_LIST = 64;

    private final RunModel model;
    private final Supplier<List<DeviceChoice>> devices;
    private final Region dot = new Region();
    private List<DeviceChoice> listed = List.of();
    private String shown = "";

    public DeviceChip(RunModel model, Supplier<List<DeviceChoice>> devices) {
        this.model = model;
        this.devices = devices;
        setId("device");
        getStyleClass().add("chip");
        setGraphic(dot);
        setOnShowing(event -> model.findDevices());
        list();
    }

    public void show(Snapshot now) {
        boolean fellBack = model.fellBack();
        String state = now.device() + now.deviceDescription() + fellBack;
        if (!state.equals(shown)) {
            shown = state;
            setText(shortened(now.deviceDescription(), LONGEST_IN_CHIP));
            dot.getStyleClass().setAll("dot", fellBack ? "warn" : "ok");
            Controls.explain(
                    this, Messages.text(fellBack ? "device.fallback" : "device.help", now.deviceDescription()));
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
        getItems().setAll(items);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    private MenuItem item(String id, String text) {
        MenuItem item = new MenuItem(text);
        item.setId("device-" + id.replace(':', '-'));
        item.setOnAction(event -> model.useDevice(id));
        return item;
    }
}
