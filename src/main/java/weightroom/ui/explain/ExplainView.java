package weightroom.ui.explain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import weightroom.run.Background;
import weightroom.ui.explain.ExplainModel.Page;
import weightroom.ui.frame.View;
import weightroom.ui.kit.Controls;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;

/** The backprop microscope: what goes through above, the pass in the middle, one number explained beside it, phases below. */
public final class ExplainView extends BorderPane implements View {
    /** How it stands in the rail: as a magnifier over two nodes. */
    public static final View.Entry ENTRY = new View.Entry(
            "explain",
            "M10.5 3.5 A7 7 0 1 0 10.5 17.5 A7 7 0 1 0 10.5 3.5 Z M15.5 15.5 L21 21"
                    + " M7.9 9 A1.4 1.4 0 1 0 7.9 11.8 A1.4 1.4 0 1 0 7.9 9 Z M13.1 9 A1.4 1.4 0 1 0 13.1 11.8"
                    + " A1.4 1.4 0 1 0 13.1 9 Z M9.3 10.4 H11.7",
            ExplainView::new,
            List.of(new View.Shortcut("explain-ask", "Q"), new View.Shortcut("explain-previous", "Shift+N")));

    /** Width of the panel: a share of the view's, between these. */
    private static final double PANEL_SHARE = 470.0 / 1528;

    private static final double LEAST_PANEL = 344;
    private static final double MOST_PANEL = 520;

    private final ExplainModel model;
    private final ReadOnlyObjectWrapper<Playback> playback;
    private final SubjectModel subjects;
    private final AskModel ask;
    private final AskCard card;
    private final SampleBar header;
    private final PhaseBar phases;
    private final Map<Page, ExplainPane> pages = new EnumMap<>(Page.class);
    private final ExplainPane panel;
    private final StackPane centre = new StackPane();
    private final Label trouble = Controls.label("", "explain-trouble");
    private ExplainPlayback player;
    private boolean seen;

    ExplainView(RunModel run, Background background) {
        model = new ExplainModel(run);
        pages.put(Page.NETWORK, new NetworkPane(model));
        pages.put(Page.POINT, new PointPane(model, background));
        pages.put(Page.GRAPH, new GraphPane(model));
        subjects = new SubjectModel(model);
        player = player();
        playback = new ReadOnlyObjectWrapper<>(player);
        ask = new AskModel(model);
        card = new AskCard(model, ask);
        header = new SampleBar(model, subjects, ask);
        phases = new PhaseBar(model, () -> player, subjects::update);
        panel = new FormulaPanel(model, background);
        arrange();
        listen(run);
        place();
    }

    private void arrange() {
        getStyleClass().add("explain");
        trouble.setWrapText(true);
        BorderPane body = new BorderPane(centre);
        body.setTop(header);
        body.setBottom(card);
        BorderPane.setMargin(card, new Insets(0, 16, 10, 16));
        setCenter(body);
        setBottom(phases);
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> Math.max(LEAST_PANEL, Math.min(MOST_PANEL, getWidth() * PANEL_SHARE)), widthProperty());
        StackPane side = new StackPane(panel.node());
        side.getStyleClass().add("explain-side");
        side.minWidthProperty().bind(width);
        side.maxWidthProperty().bind(width);
        setRight(side);
    }

    private void listen(RunModel run) {
        subjects.own().addListener((observable, before, after) -> {
            player.pause();
            player.close();
            player = player();
            playback.set(player);
        });
        run.explanations().asked().addListener((observable, before, after) -> answer());
        model.page().addListener((observable, before, after) -> place());
        // What is chosen in small windows of its own wakes nobody.
        for (ObservableValue<?> shown : List.of(
                model.pass(),
                model.trouble(),
                model.row(),
                model.selected(),
                model.page(),
                model.side(),
                model.phase())) {
            shown.addListener((observable, before, after) -> wake());
        }
        model.trouble().addListener((observable, before, after) -> place());
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
    public void setSeen(boolean wanted) {
        seen = wanted;
        model.setSeen(wanted);
        answer();
    }

    /** Explains what somebody asked for. */
    private void answer() {
        if (seen && model.run().explanations().asked().get().isPresent()) {
            model.run().explanations().take().ifPresent(subjects::take);
        }
    }

    @Override
    public void show(long nanos) {
        if (!seen) {
            return;
        }
        player.pulse(nanos);
        header.show(nanos);
        phases.show(nanos);
        card.show(nanos);
        shown().forEach(pane -> pane.show(nanos));
    }

    /** Has the next pulse show all that has changed until then, once. */
    private void wake() {
        if (seen) {
            fireEvent(new ActionEvent());
        }
    }

    @Override
    public boolean moving() {
        return player.playing().get() || shown().stream().anyMatch(ExplainPane::moving);
    }

    @Override
    public void act(String shortcut) {
        switch (shortcut) {
            case "explain-ask" -> ask.setOn(!ask.on().get());
            case "explain-previous" -> model.moveSample(-1);
            default -> throw new IllegalArgumentException(shortcut);
        }
    }

    ExplainModel model() {
        return model;
    }

    /** The parts that are seen beside header and phases. */
    private List<ExplainPane> shown() {
        return model.trouble().get().isEmpty() ? List.of(panel, page()) : List.of(panel);
    }

    private void place() {
        trouble.setText(model.trouble().get().orElse(""));
        centre.getChildren().setAll(trouble.getText().isEmpty() ? page().node() : trouble);
    }

    private ExplainPane page() {
        return Objects.requireNonNull(pages.get(model.page().get()));
    }

    /** What plays the passes of what is explained. */
    private ExplainPlayback player() {
        Playback run = model.run().playback();
        return new ExplainPlayback(
                model,
                subjects.own()
                        .get()
                        .<Playback>map(network -> new OwnPlayback(subjects, network))
                        .orElse(run));
    }
}
