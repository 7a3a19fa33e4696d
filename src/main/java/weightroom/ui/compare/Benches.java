package weightroom.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import weightroom.engine.Term;
import weightroom.ui.frame.View;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Segments;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.surface.SurfaceBench;

/** The two ways to compare, one at a time: the race, and optimizers as balls on a surface, made when it is first chosen. */
final class Benches extends BorderPane implements View {
    private final View race;
    private final Options options;
    private final HBox lead;
    private final HBox head;
    private final Segments<Bench> choice;
    private final ReadOnlyObjectWrapper<Playback> playback = new ReadOnlyObjectWrapper<>();
    private Optional<SurfaceBench> surfaces = Optional.empty();
    private Bench chosen = Bench.RACE;
    private boolean seen;

    /** What there is to choose from. */
    enum Bench implements Term {
        RACE("race"),
        SURFACES("surfaces");

        private final String id;

        Bench(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return "bench-" + id;
        }

        @Override
        public String label() {
            return Messages.text("bench." + id);
        }

        @Override
        public String formula() {
            return Messages.text("bench." + id + ".what");
        }

        @Override
        public String help() {
            return Messages.text("bench." + id + ".help");
        }
    }

    /** @param race what is seen at first; it plays something of its own */
    Benches(View race, Options options) {
        this(race, new HBox(), options);
    }

    /** @param lead a place among the controls of the race, where the choice stands while the race is chosen */
    Benches(View race, HBox lead, Options options) {
        this.race = race;
        this.lead = lead;
        this.options = options;
        choice = new Segments<>(List.of(Bench.values()), Bench.values().length, this::choose);
        choice.setId("benches");
        choice.show(chosen);
        head = new HBox();
        head.getStyleClass().add("bench-choice");
        lead.getStyleClass().add("bench-lead");
        setTop(head);
        options.presentation().addListener((observable, before, after) -> present());
        place();
        present();
    }

    /** Puts another bench into the view. */
    void choose(Bench wanted) {
        if (wanted != chosen) {
            see(false);
            chosen = wanted;
            choice.show(chosen);
            place();
            see(seen);
        }
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void setSeen(boolean wanted) {
        seen = wanted;
        see(wanted);
    }

    @Override
    public void show(long nanos) {
        race.show(nanos);
        surfaces.ifPresent(bench -> bench.show(nanos));
    }

    @Override
    public boolean ready() {
        return chosen == Bench.SURFACES || race.ready();
    }

    @Override
    public boolean moving() {
        return chosen == Bench.RACE ? race.moving() : surfaces().moving();
    }

    @Override
    public Optional<ObservableValue<Playback>> playback() {
        return Optional.of(playback.getReadOnlyProperty());
    }

    @Override
    public void act(String shortcut) {
        if (chosen == Bench.RACE) {
            race.act(shortcut);
        }
    }

    private SurfaceBench surfaces() {
        SurfaceBench bench = surfaces.orElseGet(() -> new SurfaceBench(options));
        surfaces = Optional.of(bench);
        return bench;
    }

    private void see(boolean wanted) {
        if (chosen == Bench.RACE) {
            race.setSeen(wanted);
        } else {
            surfaces().setSeen(wanted);
        }
    }

    private void place() {
        playback.unbind();
        boolean racing = chosen == Bench.RACE;
        boolean within = racing && lead.getParent() != null;
        boolean focused = choice.isFocusWithin();
        head.getChildren().setAll(within ? List.of() : List.of(choice));
        lead.getChildren().setAll(within ? List.of(choice) : List.of());
        present();
        if (focused) {
            choice.getChildren().get(chosen.ordinal()).requestFocus();
        }
        if (racing) {
            setCenter(race.node());
            race.playback().ifPresent(playback::bind);
        } else {
            setCenter(surfaces().node());
            playback.set(surfaces().playback());
        }
    }

    /** In a presentation there is nothing to choose. */
    private void present() {
        boolean there = !options.presentation().get() && !head.getChildren().isEmpty();
        head.setVisible(there);
        head.setManaged(there);
    }
}
