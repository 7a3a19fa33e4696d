package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Transport.Stride;

/** Where the pass has come to, and ways through its phases; after the last one, a way to take the step. */
final class PhaseBar extends HBox implements ExplainPane {
    /** In less room the two buttons are only icons. */
    private static final double NARROW = 760;

    private final ExplainModel model;
    private final PhaseTrack track;
    private final ScrollPane place;
    private final Button back;
    private final Button forward;
    private final Button apply;
    private Optional<Shown> shown = Optional.empty();

    /** What stands in the bar. */
    private record Shown(Optional<Pass> pass, int phase, int row, int free, boolean own) {}

    /**
     * @param playback steps through the phases
     * @param update makes the update whose numbers are shown
     */
    PhaseBar(ExplainModel model, Supplier<? extends Playback> playback, Runnable update) {
        this.model = model;
        getStyleClass().add("phase-bar");
        back = button("phase-back", Feather.ARROW_LEFT, () -> playback.get().stepBack());
        forward = button(
                "phase-forward", Feather.ARROW_RIGHT, () -> playback.get().step(Stride.BATCH));
        forward.setContentDisplay(ContentDisplay.RIGHT);
        apply = button("phase-apply", Feather.CHECK, update);
        apply.getStyleClass().add("accent");
        track = new PhaseTrack(at -> {
            playback.get().pause();
            model.setPhase(at);
        });
        place = new ScrollPane(track);
        place.getStyleClass().addAll("plain-scroll", "phase-scroll");
        place.setFitToWidth(true);
        place.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.setFocusTraversable(false);
        place.setMinWidth(0);
        place.hvalueProperty().addListener((observable, before, after) -> sayLeft());
        place.viewportBoundsProperty().addListener((observable, before, after) -> {
            keepInView();
            sayLeft();
        });
        track.widthProperty().addListener((observable, before, after) -> keepInView());
        widthProperty().addListener((observable, before, after) -> {
            boolean narrow = after.doubleValue() < NARROW;
            back.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            forward.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.RIGHT);
        });
        HBox.setHgrow(place, Priority.ALWAYS);
        VBox last = new VBox(forward, apply);
        last.getStyleClass().add("phase-last");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(back, place, last);
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = new Button(Messages.text("explain." + id), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(button.getText());
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text("explain." + id + ".help"));
        return button;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(long nanos) {
        Optional<Pass> pass = model.pass().get();
        boolean own = model.own().get().isPresent();
        Shown next = new Shown(
                pass, model.phase().get(), model.row().get(), model.lock().get(), own);
        if (shown.filter(next::equals).isPresent()) {
            return;
        }
        shown = Optional.of(next);
        track.show(pass.map(one -> facts(one, next)).orElse(List.of()), next.phase);
        back.setDisable(next.phase == 0);
        forward.setDisable(pass.isEmpty() || next.phase >= next.free);
        String key =
                pass.isPresent() && next.phase >= next.free ? "explain.phase-locked" : "explain.phase-forward.help";
        Controls.explain(forward, Messages.text(key));
        boolean updates =
                model.present().filter(one -> one.step() == Phase.Step.UPDATE).isPresent();
        apply.setVisible(updates);
        apply.setManaged(updates);
        apply.setText(Messages.text(own ? "explain.phase-apply" : "explain.phase-train"));
        Controls.explain(apply, Messages.text(own ? "explain.phase-apply.help" : "explain.phase-train.help"));
        keepInView();
    }

    private static List<PhaseTrack.Facts> facts(Pass pass, Shown now) {
        List<PhaseTrack.Facts> facts = new ArrayList<>();
        List<Phase> phases = pass.phases();
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            boolean said = i <= now.phase || phase.step() == Phase.Step.UPDATE;
            facts.add(new PhaseTrack.Facts(
                    PhaseWords.name(pass, phase),
                    said ? PhaseWords.numbers(pass, phase, now.row) : "",
                    said ? PhaseWords.brief(pass, phase, now.row) : "",
                    PhaseWords.help(pass, phase),
                    phase.step().forward(),
                    i > now.free));
        }
        return facts;
    }

    private void sayLeft() {
        double wide = track.getWidth() - place.getViewportBounds().getWidth();
        track.setLeft(wide > 1 ? place.getHvalue() * wide : 0);
    }

    /** Scrolls to the present phase where they do not all have room. */
    private void keepInView() {
        double wide = track.getWidth() - place.getViewportBounds().getWidth();
        if (wide > 1) {
            double middle = track.currentX() - place.getViewportBounds().getWidth() / 2;
            place.setHvalue(Math.max(0, Math.min(1, middle / wide)));
        }
    }
}
