package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Transport;
import weightroom.ui.model.Transport.Stride;

/** Everything that can be asked for by key, in groups as the page of keys shows them. */
final class Actions {
    private static final double ZOOM_STEP = 0.1;

    private final List<Group> groups;

    /**
     * Actions that belong together.
     *
     * @param key names the group
     */
    record Group(String key, List<Action> actions) {}

    Actions(RunModel model, Documents documents, Pages pages, Stage stage, Views views) {
        List<Group> all = new ArrayList<>(List.of(
                new Group("keys.transport", transport(views.playback())),
                new Group("keys.change", changes(model)),
                new Group("keys.files", files(documents, pages, stage)),
                new Group("keys.view", view(model.options(), pages, stage))));
        views.entries().stream()
                .filter(entry -> !entry.shortcuts().isEmpty())
                .forEach(entry -> all.add(own(views, entry)));
        groups = List.copyOf(all);
    }

    List<Group> groups() {
        return groups;
    }

    /** The action with this id. */
    Action find(String id) {
        return groups.stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    private static Group own(Views views, View.Entry entry) {
        List<Action> actions = entry.shortcuts().stream()
                .map(key -> Action.of(key.id(), key.keys(), () -> views.act(entry, key)))
                .toList();
        return new Group("view." + entry.id(), actions);
    }

    private static List<Action> transport(ObservableValue<Playback> playback) {
        return List.of(
                Action.of("play", "Space", () -> playback.getValue().togglePlay()),
                Action.of("step", "S Right", () -> playback.getValue().step(Stride.BATCH)),
                Action.of("step-sample", "N", () -> playback.getValue().step(Stride.SAMPLE)),
                Action.of("step-epoch", "E", () -> playback.getValue().step(Stride.EPOCH)),
                Action.of("step-back", "B Left", () -> playback.getValue().stepBack()),
                Action.of("reset", "R", () -> playback.getValue().reset()),
                Action.of("to-start", "Home", () -> playback.getValue().seek(0)),
                Action.of("latest", "End", () -> playback.getValue().latest()));
    }

    private static List<Action> changes(RunModel model) {
        Transport transport = model.transport();
        return List.of(
                Action.of("undo", "Shortcut+Z", transport::undo),
                Action.of("redo", "Shortcut+Shift+Z Shortcut+Y", transport::redo),
                Action.of("clear-earlier", "", transport::clearEarlier));
    }

    private static List<Action> files(Documents documents, Pages pages, Stage stage) {
        return List.of(
                Action.of("new", "Shortcut+N", documents::begin),
                Action.of("open", "Shortcut+O", documents::open),
                Action.of("save", "Shortcut+S", documents::save),
                Action.of("save-as", "Shortcut+Shift+S", documents::saveAs),
                Action.of("export", "Shortcut+E", documents::exportPicture),
                Action.of("presets", "Shortcut+P", pages::presets),
                Action.of("share", "Shortcut+K", pages::share),
                Action.of("quit", "Shortcut+Q", stage::close));
    }

    private static List<Action> view(Options options, Pages pages, Stage stage) {
        return List.of(
                Action.of("theme", "T", () -> options.theme()
                        .set(options.theme().get().other())),
                Action.of("contrast", "Shift+T", () -> options.theme().set(Theme.CONTRAST)),
                Action.of("presentation", "F5 P", () -> flip(options.presentation())),
                Action.of("spotlight", "L", () -> flip(options.spotlight())),
                Action.of("freeze", "F", () -> flip(options.frozenAxes())),
                Action.of("full-screen", "F11", () -> stage.setFullScreen(!stage.isFullScreen())),
                Action.of("larger", "Shortcut+Plus Shortcut+Equals", () -> zoom(options, ZOOM_STEP)),
                Action.of("smaller", "Shortcut+Minus", () -> zoom(options, -ZOOM_STEP)),
                Action.of("usual-size", "Shortcut+0", () -> options.setZoom(1)),
                Action.of("settings", "Shortcut+Comma", pages::settings),
                Action.of("keys", "F1", pages::keys));
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    private static void zoom(Options options, double by) {
        options.setZoom(Math.rint((options.zoom().get() + by) * 10) / 10);
    }
}
