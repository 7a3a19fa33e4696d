package weightroom.ui.compare;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import weightroom.race.Entrant;
import weightroom.race.RaceSnapshot;
import weightroom.ui.compare.LaneWords.Outcome;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One seed of a lane: its boundary, and in words what has become of it. Enter and a double click open it in Train. */
final class SeedTile extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Entrant entrant;
    private final BoundaryTile tile = new BoundaryTile();
    private final Label seed = Controls.label("", "hint");
    private final Label outcome = Controls.label("", "hint");
    private boolean chosen;

    SeedTile(Entrant entrant, Consumer<Entrant> pick, Consumer<Entrant> open) {
        this.entrant = entrant;
        getStyleClass().add("seed-tile");
        setId("seed-tile-" + entrant.lane() + "-" + entrant.seed());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        seed.setMinWidth(USE_PREF_SIZE);
        outcome.setMinWidth(USE_PREF_SIZE);
        tile.setPrefSize(104, 104);
        getChildren().addAll(tile, seed, outcome);
        setOnMouseClicked(event -> {
            requestFocus();
            pick.accept(entrant);
            if (event.getClickCount() == 2) {
                open.accept(entrant);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pick.accept(entrant);
                open.accept(entrant);
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE) {
                pick.accept(entrant);
                event.consume();
            }
        });
    }

    Entrant entrant() {
        return entrant;
    }

    void show(RaceSnapshot race, boolean isChosen, long nanos) {
        tile.show(race, entrant, nanos);
        if (chosen != isChosen) {
            chosen = isChosen;
            pseudoClassStateChanged(CHOSEN, chosen);
        }
        double epoch = race.clock().epoch();
        String said = LaneWords.outcome(race, entrant, epoch);
        if (!said.equals(outcome.getText())) {
            Outcome now = Outcome.of(race, entrant, epoch);
            for (Outcome one : Outcome.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT)), one == now);
            }
            String name =
                    Messages.text("compare.seed", Long.toString(race.contest().seed(entrant.seed())));
            seed.setText(name);
            outcome.setText(said);
            setAccessibleText(Messages.text(
                    "compare.tile.accessible",
                    race.contest().lanes().get(entrant.lane()).name(),
                    name,
                    said));
        }
    }
}
