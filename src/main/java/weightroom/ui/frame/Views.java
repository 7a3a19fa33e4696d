package weightroom.ui.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import weightroom.run.Background;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;

/** The place of the views: the chosen one stands in it, those seen before are kept as they were, the others are not made. */
final class Views extends StackPane {
    private final List<View.Entry> entries;
    private final RunModel model;
    private final Background background;
    private final Map<String, View> made = new LinkedHashMap<>();
    private final ObservableValue<Playback> run;
    private final ReadOnlyObjectWrapper<Playback> playback;

    /** @param entries at least one; the first is seen where the one that was remembered is none of them */
    Views(List<View.Entry> entries, RunModel model, Background background) {
        this.entries = entries;
        this.model = model;
        this.background = background;
        run = new ReadOnlyObjectWrapper<>(model.playback());
        playback = new ReadOnlyObjectWrapper<>(model.playback());
        playback.addListener((observable, before, after) -> before.pause());
        setId("view");
        model.options().view().addListener((observable, before, after) -> see());
        see();
    }

    List<View.Entry> entries() {
        return entries;
    }

    /** The entry of the view that is seen. */
    View.Entry chosen() {
        String wanted = model.options().view().get();
        return entries.stream()
                .filter(entry -> entry.id().equals(wanted))
                .findFirst()
                .orElse(entries.get(0));
    }

    /** Whether the view that is seen shows all that it has to show. */
    boolean ready() {
        View view = made.get(chosen().id());
        return view != null && view.ready();
    }

    /** What the view that is seen plays; what was played until another one came is paused. */
    ReadOnlyObjectProperty<Playback> playback() {
        return playback.getReadOnlyProperty();
    }

    /** Whether the view that is seen changes what it shows with every pulse. */
    boolean moving() {
        View view = made.get(chosen().id());
        return view != null && view.moving();
    }

    /** Does what a key of a view stands for, if that view is seen. */
    void act(View.Entry entry, View.Shortcut shortcut) {
        View view = made.get(entry.id());
        if (view != null && chosen().equals(entry)) {
            view.act(shortcut.id());
        }
    }

    void show(long nanos) {
        made.values().forEach(view -> view.show(nanos));
    }

    private void see() {
        View.Entry entry = chosen();
        View view = made.computeIfAbsent(entry.id(), id -> entry.maker().make(model, background));
        if (!getChildren().equals(List.of(view.node()))) {
            made.values().forEach(one -> one.setSeen(one == view));
            getChildren().setAll(view.node());
            playback.bind(view.playback().orElse(run));
            view.show(System.nanoTime());
        }
    }
}
