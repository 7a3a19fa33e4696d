package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import weightroom.run.Devices;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings.Device;

/** The device in use and how it is; opens the list of all there are. */
public final class DeviceChip extends MenuButton {
    private static final int LONGEST_IN_CHIP = 26;
    private static final int LONGEST_IN_LIST = 64;

    private final ObservableValue<Playback> playback;
    private final Supplier<List<DeviceChoice>> devices;
    private final Region dot = new Region();
    private List<DeviceChoice> listed = List.of();
    private String shown = "";

    /**
     * @param finding has the devices looked for
     * @param devices those found so far
     * @param playback what runs on the one that is chosen
     */
    public DeviceChip(Runnable finding, Supplier<List<DeviceChoice>> devices, ObservableValue<Playback> playback) {
        this.playback = playback;
        this.devices = devices;
        setId("device");
        getStyleClass().add("chip");
        setGraphic(dot);
        setOnShowing(event -> finding.run());
        list();
    }

    public void show(Device now) {
        String state = now.id() + now.description() + now.fellBack();
        if (!state.equals(shown)) {
            shown = state;
            setText(shortened(now.description(), LONGEST_IN_CHIP));
            dot.getStyleClass().setAll("dot", now.fellBack() ? "warn" : "ok");
            Controls.explain(
                    this, Messages.text(now.fellBack() ? "device.fallback" : "device.help", now.description()));
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
        item.setOnAction(event -> playback.getValue().useDevice(id));
        return item;
    }
}
