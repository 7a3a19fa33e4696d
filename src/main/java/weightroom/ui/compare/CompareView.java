package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceTrainer;
import weightroom.run.Background;
import weightroom.ui.frame.View;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;

/** The fair race: what differs above, the race in the middle, who leads at the right, a card for each lane below. */
public final class CompareView extends BorderPane implements View {
    /** Cells of a small boundary per side: while the race goes on, and once it stands still. */
    private static final int PLAYING_CELLS = 40;

    private static final int PAUSED_CELLS = 72;
    private static final double CARD_WIDTH = 196;
    private static final double SCROLL_BAR = 12;
    private static final int COUNTERS_PER_SECOND = 10;

    private final RaceModel model;
    private final RaceSource source;
    private final Standing standing;
    private final RacePlayback player;
    private final ReadOnlyObjectWrapper<Playback> playback;
    private final ControlBar controls;
    private final RaceCard race;
    private final StandingsCard standings;
    private final Ranked cards;
    private final ScrollPane cardsPlace;
    private final List<LaneCard> made = new ArrayList<>();
    private final Cadence cadence = new Cadence(COUNTERS_PER_SECOND);
    private Optional<Contest> contest = Optional.empty();
    private boolean seen;

    /** @param source the race's trainer */
    CompareView(RunModel run, Background background, RaceSource source) {
        this.source = source;
        model = new RaceModel(run, background, source::send);
        model.ask(new RaceCommand.UseDevice(run.options().device().get()));
        standing = new Standing(model);
        player = new RacePlayback(model, standing);
        playback = new ReadOnlyObjectWrapper<>(player);
        controls = new ControlBar(model);
        race = new RaceCard(model, pages(background));
        standings = new StandingsCard(model);
        cards = new Ranked(true, 8, CARD_WIDTH, run.options().reducedMotion());
        cardsPlace = new ScrollPane(cards);
        cardsPlace.getStyleClass().addAll("plain-scroll", "lane-cards");
        Controls.drawDirectly(cardsPlace);
        cardsPlace.setFitToWidth(true);
        cardsPlace.setFitToHeight(true);
        cardsPlace.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Scrolled sideways where there are many; never cut off below.
        cardsPlace
                .minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> cards.minHeight(-1) + (cards.getWidth() > cardsPlace.getWidth() + 1 ? SCROLL_BAR : 0),
                        cards.widthProperty(),
                        cards.heightProperty(),
                        cardsPlace.widthProperty()));
        getStyleClass().add("compare");
        setTop(controls);
        HBox.setHgrow(race, Priority.ALWAYS);
        HBox upper = new HBox(race, standings);
        upper.getStyleClass().add("compare-upper");
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox bench = new VBox(upper, cardsPlace);
        bench.getStyleClass().add("compare-bench");
        ScrollPane whole = new ScrollPane(bench);
        whole.getStyleClass().add("plain-scroll");
        Controls.drawDirectly(whole);
        whole.setFitToWidth(true);
        // Large text on a small screen is scrolled rather than cut off.
        whole.setFitToHeight(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(whole);
        run.options().presentation().addListener((observable, before, after) -> present(after));
        model.look().addListener((observable, before, after) -> {
            showNow();
            model.stir();
        });
        present(run.options().presentation().get());
    }

    private Map<Look.Page, CardPage> pages(Background background) {
        Map<Look.Page, CardPage> pages = new EnumMap<>(Look.Page.class);
        pages.put(Look.Page.CURVES, new CurvesPage(model));
        pages.put(Look.Page.SEEDS, new SeedsPage(model, this::openInTrain));
        pages.put(Look.Page.GRADIENTS, new GradientsPage(model));
        pages.put(Look.Page.TABLE, new TablePage(model, background));
        return pages;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Optional<ObservableValue<Playback>> playback() {
        return Optional.of(playback.getReadOnlyProperty());
    }

    @Override
    public void setSeen(boolean seen) {
        this.seen = seen;
        if (seen) {
            model.open();
            showNow();
        } else {
            model.leave();
        }
    }

    @Override
    public boolean ready() {
        return model.snapshot().get().isPresent() && model.caughtUp() && !model.busy();
    }

    /** In a presentation there are no controls. */
    private void present(boolean presented) {
        controls.setVisible(!presented);
        controls.setManaged(!presented);
    }

    private void showNow() {
        show(System.nanoTime());
    }

    @Override
    public void show(long nanos) {
        model.accept(source.picture());
        if (!seen) {
            return;
        }
        boolean due = cadence.due(nanos, !model.playing().get());
        standing.update(due);
        Optional<RaceSnapshot> now = model.snapshot().get();
        if (due) {
            controls.show();
        }
        standing.table().get().ifPresent(table -> {
            build(table.race().contest());
            race.show(table, nanos);
            standings.show(table, nanos);
            made.forEach(card -> card.show(table, nanos));
            cards.setOrder(table.order(), !table.race().clock().playing());
        });
        now.ifPresent(snapshot -> model.watch(wanted(snapshot)));
    }

    private void build(Contest changed) {
        if (contest.filter(before -> before.equals(changed)).isPresent()) {
            return;
        }
        contest = Optional.of(changed);
        made.clear();
        for (int lane = 0; lane < changed.lanes().size(); lane++) {
            int number = lane;
            made.add(new LaneCard(model, lane, changed.lanes().get(lane).name(), () -> open(number)));
        }
        cards.setNodes(made);
    }

    private void open(int lane) {
        openInTrain(new Entrant(lane, model.look().get().seed()));
    }

    /** Opens an entrant in Train, and goes there. */
    private void openInTrain(Entrant entrant) {
        model.openInTrain(entrant, () -> model.run().options().view().set("train"));
    }

    private RaceCommand.Watch wanted(RaceSnapshot snapshot) {
        int seed = model.look().get().seed();
        List<Entrant> fields = IntStream.range(0, snapshot.contest().lanes().size())
                .mapToObj(lane -> new Entrant(lane, seed))
                .toList();
        int cells = model.playing().get() ? PLAYING_CELLS : PAUSED_CELLS;
        return race.watch(snapshot, new RaceCommand.Watch(cells, fields, List.of()));
    }

    /**
     * How it stands in the rail: as three sliders.
     *
     * @param trainer makes the trainer of races, which nobody has sent anything to
     */
    public static View.Entry entry(Supplier<RaceTrainer> trainer) {
        return new View.Entry(
                "compare",
                "M4 6 H14 M18 6 H20 M16 4 V8 M4 12 H7 M11 12 H20 M9 10 V14 M4 18 H13 M17 18 H20 M15 16 V20",
                (model, background) -> {
                    CompareView race = new CompareView(model, background, RaceSource.of(trainer.get()));
                    return new Benches(race, race.controls.lead(), model.options());
                });
    }
}
