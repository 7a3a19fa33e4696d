package weightroom.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import weightroom.engine.Term;

/** A few words of the vocabulary side by side, of which one is chosen. Tells of the user's choices only. */
public final class Segments<T extends Term> extends GridPane {
    private final ToggleGroup group = new ToggleGroup();
    private final List<T> terms;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private boolean silent;

    /** @param columns how many stand in a row; those of a shorter last row are wider */
    public Segments(List<T> terms, int columns, Consumer<T> chosen) {
        this.terms = List.copyOf(terms);
        getStyleClass().add("segments");
        int last = (this.terms.size() - 1) % columns + 1;
        // So many that whole numbers of them make up both a full row and a shorter last one.
        int cells = columns * last;
        for (int c = 0; c < cells; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / cells);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < this.terms.size(); i++) {
            T term = this.terms.get(i);
            ToggleButton button = new ToggleButton(term.label());
            button.setId("choose-" + term.id());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> button.setSelected(true));
            // Arrow keys select without an action.
            button.selectedProperty().addListener((observable, before, on) -> {
                if (on && !silent) {
                    chosen.accept(term);
                }
            });
            Controls.explain(button, Controls.meaning(term));
            buttons.add(button);
            boolean inLast = i / columns == (this.terms.size() - 1) / columns;
            int span = inLast ? columns : last;
            add(button, i % columns * span, i / columns, span, 1);
        }
    }

    /** Shows which one is chosen; none when it is not among them. */
    public void show(T term) {
        int index = terms.indexOf(term);
        silent = true;
        group.selectToggle(index < 0 ? null : buttons.get(index));
        silent = false;
    }
}
