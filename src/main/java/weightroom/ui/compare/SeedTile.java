package weightroom.ui.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import weightroom.race.Entrant;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.ui.compare.LaneWords.Outcome;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One seed of a lane: its boundary, and in words what has become of it. Enter and a double click open it in Train. */
final class SeedTile extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Around the boundary, to its left and right. */
    static final double ASIDE = 8;

    static final double LEAST_WIDTH = 94;

    private final Entrant entrant;
    private final BoundaryTile tile = new BoundaryTile();
    private final Label seed = Controls.label("", "hint");
    private final Label outcome = Controls.label("", "hint");
    private boolean chosen;
    private Optional<Said> said = Optional.empty();

    /** What the words depend on. */
    private record Said(Outcome outcome, Fate fate) {}

    SeedTile(Entrant entrant, Consumer<Entrant> pick, Consumer<Entrant> open) {
        this.entrant = entrant;
        getStyleClass().add("seed-tile");
        setId("seed-tile-" + entrant.lane() + "-" + entrant.seed());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
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

    /** What it takes of the height beside the boundary. */
    double below() {
        return prefHeight(-1) - tile.getPrefHeight();
    }

    /** Makes the boundary so large; narrower than the words it never is. */
    void setSide(double side) {
        tile.setPrefSize(side, side);
        setPrefWidth(Math.max(LEAST_WIDTH, side + ASIDE));
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
        Said now = new Said(Outcome.of(race, entrant, epoch), race.fate(entrant));
        if (said.filter(now::equals).isEmpty()) {
            said = Optional.of(now);
            for (Outcome one : Outcome.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT)), one == now.outcome());
            }
            String name =
                    Messages.text("compare.seed", Long.toString(race.contest().seed(entrant.seed())));
            seed.setText(name);
            String become = LaneWords.outcome(race, entrant, epoch);
            outcome.setText(become);
            setAccessibleText(Messages.text(
                    "compare.tile.accessible",
                    race.contest().lanes().get(entrant.lane()).name(),
                    name,
                    become));
        }
    }
}
