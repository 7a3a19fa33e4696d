package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import weightroom.explain.Section;
import weightroom.ui.kit.Messages;

/** Lines of a calculation: the whole with numbers, the penalty's part, what the optimizer is given, its step. */
final class LinesBox extends SectionBox<Section> {
    private final Rows known;
    private final Rows lines;

    /** Rows that are used again. */
    private static final class Rows {
        private final PanelMeans means;
        private final Pane box;
        private final List<LineRow> rows = new ArrayList<>();
        private int used;

        Rows(PanelMeans means, Pane box) {
            this.means = means;
            this.box = box;
        }

        LineRow next() {
            if (used == rows.size()) {
                LineRow row = new LineRow(means.pool());
                rows.add(row);
                box.getChildren().add(row);
            }
            LineRow row = rows.get(used++);
            place(row, true);
            return row;
        }

        void end() {
            for (int i = used; i < rows.size(); i++) {
                rows.get(i).clear();
                place(rows.get(i), false);
            }
            place(box, used > 0);
            used = 0;
        }
    }

    LinesBox(PanelMeans means, String style) {
        super(style);
        FlowPane beside = new FlowPane();
        beside.getStyleClass().add("known-lines");
        VBox below = new VBox();
        below.getStyleClass().add("calculation");
        known = new Rows(means, beside);
        lines = new Rows(means, below);
        body().getChildren().addAll(beside, below);
    }

    @Override
    String heading(Section section) {
        return section instanceof Section.Step step
                ? Messages.text("explain.panel.step", section.heading(), step.rule())
                : section.heading();
    }

    @Override
    void fill(Section section, Revealed revealed) {
        if (section instanceof Section.WithNumbers numbers) {
            numbers.lines().forEach(latex -> lines.next().show("", latex, Messages.text("explain.panel.numbers.help")));
        } else if (section instanceof Section.Penalty penalty) {
            lines.next().show(penalty.line());
        } else if (section instanceof Section.Given given) {
            given.lines().forEach(line -> lines.next().show(line));
        } else if (section instanceof Section.Step step) {
            step.known().forEach(line -> known.next().showShort(line));
            step.lines().forEach(line -> lines.next().show(line));
        }
        known.end();
        lines.end();
    }
}
