package weightroom.ui.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import weightroom.race.Contest;
import weightroom.race.Figure;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.ui.kit.Choices;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The large card: the curves, the cloud of seeds, what the layers are like, or the table. */
final class RaceCard extends VBox {
    /** Narrower, the tools of a page stand below the choice of pages. */
    private static final double NARROW = 980;

    private static final double ROOMY = 1200;

    private final RaceModel model;
    private final Map<Look.Page, CardPage> pages = new EnumMap<>(Look.Page.class);
    private final Choices<Look.Page> tabs;
    private final ComboBox<Figure> figure = new ComboBox<>(FXCollections.observableArrayList(Figure.values()));
    private final ComboBox<Integer> seed = new ComboBox<>();
    private final Label unit = Controls.label("", "hint");
    private final StackPane place = new StackPane();
    private final HBox tools = new HBox();
    private Optional<Contest> contest = Optional.empty();
    private boolean silent;

    RaceCard(RaceModel model, Map<Look.Page, CardPage> made) {
        this.model = model;
        pages.putAll(made);
        getStyleClass().addAll("compare-card", "race-card");
        List<Look.Page> all = List.copyOf(pages.keySet());
        tabs = new Choices<>(
                "compare.page",
                all,
                all.stream().map(page -> page.name().toLowerCase(Locale.ROOT)).toList(),
                page -> model.look(now -> now.withPage(page)));
        figure.setId("compare-figure");
        figure.setConverter(Controls.converter(one -> Messages.text("compare.figure." + one.id())));
        figure.setMinWidth(USE_PREF_SIZE);
        figure.setAccessibleText(Messages.text("compare.figure"));
        Controls.explain(figure, Messages.text("compare.figure.help"));
        figure.setOnAction(event -> {
            Figure chosen = figure.getValue();
            if (!silent && chosen != null) {
                model.look(now -> now.withFigure(chosen));
            }
        });
        seed.setId("compare-seed");
        seed.setMinWidth(USE_PREF_SIZE);
        seed.setAccessibleText(Messages.text("compare.seed.choose"));
        Controls.explain(seed, Messages.text("compare.seed.choose"));
        seed.setConverter(Controls.converter(this::seedName));
        seed.setOnAction(event -> {
            Integer chosen = seed.getValue();
            if (!silent && chosen != null) {
                model.look(now -> now.withSeed(chosen));
            }
        });
        FlowPane left = new FlowPane(tabs, figure, seed, unit);
        left.getStyleClass().add("race-head-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        tools.getStyleClass().add("page-tools");
        HBox head = new HBox(left, tools);
        head.getStyleClass().add("race-head");
        HBox below = new HBox();
        widthProperty().addListener((observable, before, after) -> {
            boolean narrow = after.doubleValue() < NARROW;
            unit.setVisible(after.doubleValue() >= ROOMY);
            unit.setManaged(unit.isVisible());
            head.getChildren().setAll(narrow ? List.of(left) : List.of(left, tools));
            below.getChildren().setAll(narrow ? List.of(tools) : List.of());
        });
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, below, place);
        model.look().addListener((observable, before, after) -> show(after));
        show(model.look().get());
    }

    private String seedName(int index) {
        return contest.map(one -> Messages.text("compare.seed", Long.toString(one.seed(index))))
                .orElse("");
    }

    private CardPage page() {
        return pages.getOrDefault(
                model.look().get().page(), pages.values().iterator().next());
    }

    private void show(Look look) {
        silent = true;
        tabs.show(look.page());
        figure.setValue(look.figure());
        if (look.seed() < seed.getItems().size()) {
            seed.setValue(look.seed());
        }
        seed.setDisable(look.median() && look.page() == Look.Page.CURVES);
        silent = false;
        CardPage page = page();
        if (!place.getChildren().equals(List.of(page.node()))) {
            place.getChildren().setAll(page.node());
            tools.getChildren().setAll(page.tools());
        }
    }

    /** Shows the newest table. */
    void show(Standing.Table table, long nanos) {
        RaceSnapshot race = table.race();
        if (contest.filter(one -> one.equals(race.contest())).isEmpty()) {
            contest = Optional.of(race.contest());
            silent = true;
            seed.getItems()
                    .setAll(IntStream.range(0, race.contest().seeds()).boxed().toList());
            seed.setValue(model.look().get().seed());
            silent = false;
            String loss =
                    race.contest().lanes().get(0).experiment().training().loss().label();
            unit.setText(loss);
        }
        page().show(table, nanos);
    }

    /** Adds what the page that is seen needs of the snapshots. */
    RaceCommand.Watch watch(RaceSnapshot race, RaceCommand.Watch wanted) {
        return page().watch(race, wanted);
    }
}
