package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.race.Contest;
import weightroom.race.Fairness;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Says before any result whether the race is fair; pressed, it says exactly which lanes differ in what, and why. */
final class FairnessLabel extends Button {
    private static final double WIDTH = 360;

    private Optional<Fairness> shown = Optional.empty();
    private List<String> lines = List.of();

    FairnessLabel() {
        setId("compare-fairness");
        getStyleClass().add("quiet");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(Contest contest, Fairness fairness) {
        List<String> names = contest.lanes().stream().map(lane -> lane.name()).toList();
        List<String> wanted = lines(names, fairness);
        if (shown.equals(Optional.of(fairness)) && wanted.equals(lines)) {
            return;
        }
        shown = Optional.of(fairness);
        lines = wanted;
        setText(Messages.text(fairness.whole() ? "compare.fair" : summary(fairness)));
        setGraphic(new FontIcon(fairness.whole() ? Feather.LOCK : Feather.UNLOCK));
        Controls.explain(this, String.join("\n", lines));
        setAccessibleText(getText());
    }

    private static String summary(Fairness fairness) {
        boolean rows = fairness.otherRows().isEmpty();
        boolean weights = fairness.otherWeights().isEmpty();
        boolean batches = fairness.otherBatches().isEmpty();
        return rows && weights
                ? "compare.fair.weights"
                : rows && batches ? "compare.fair.batches" : rows ? "compare.fair.rows" : "compare.fair.none";
    }

    private static List<String> lines(List<String> names, Fairness fairness) {
        List<String> lines = new ArrayList<>();
        add(lines, "rows", names, fairness.otherRows());
        add(lines, "weights", names, fairness.otherWeights());
        add(lines, "batches", names, fairness.otherBatches());
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> names, List<Integer> others) {
        String named = others.stream().map(names::get).collect(Collectors.joining(", "));
        lines.add(
                others.isEmpty()
                        ? Messages.text("compare.same." + what, names.get(0))
                        : Messages.text("compare.other." + what, named, names.get(0)));
    }

    /** All that is alike and all that is not, one line each. */
    Node details() {
        VBox details = new VBox();
        details.getStyleClass().add("compare-pop");
        details.getChildren().add(Controls.label(Messages.text("compare.fairness"), "title"));
        for (String line : lines) {
            Label label = Controls.label(line, "secondary");
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
            details.getChildren().add(label);
        }
        return details;
    }
}
