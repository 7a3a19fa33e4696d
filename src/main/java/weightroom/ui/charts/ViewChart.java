package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A chart with several views of the same matter, of which one is seen. */
abstract class ViewChart extends Chart {
    private final HBox choices = new HBox();
    private final HBox head = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final List<View> views = new ArrayList<>();
    private int chosen;
    private boolean settled;

    /** One of the views. */
    private record View(ToggleButton button, Node node, boolean hasLogarithm) {}

    ViewChart() {
        choices.getStyleClass().add("view-choices");
        head.getStyleClass().add("view-head");
        head.getChildren().addAll(choices, Controls.spring());
        getChildren().add(head);
    }

    /** Adds a view; the first one added is seen at first. */
    final void add(String key, Node node, boolean hasLogarithm) {
        ToggleButton button = new ToggleButton(Messages.text(key));
        button.setId("view-" + key.replace('.', '-'));
        button.setToggleGroup(group);
        Controls.explain(button, Messages.text(key + ".help"));
        int index = views.size();
        button.setOnAction(event -> choose(index));
        views.add(new View(button, node, hasLogarithm));
        choices.getChildren().add(button);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (index == 0) {
            choose(0);
        }
    }

    /** Shows one of the views for good, without the way to the others. */
    final void settle(int index) {
        choices.setVisible(false);
        choices.setManaged(false);
        settled = true;
        choose(index);
    }

    /** How many views there are. */
    final int views() {
        return views.size();
    }

    /** Which view is seen, from 0. */
    final int chosen() {
        return chosen;
    }

    /** Whether a view can be chosen; where it cannot, the first one is seen instead. */
    final void setPossible(int index, boolean possible) {
        ToggleButton button = views.get(index).button();
        button.setVisible(possible);
        button.setManaged(possible);
        if (!possible && chosen == index) {
            choose(0);
        }
    }

    /** Says whether something is seen beside the choices; without either the head gives its room away. */
    final void headSays(boolean something) {
        head.setVisible(!settled || something);
        head.setManaged(head.isVisible());
    }

    /** Something that stands at the right of the choices. */
    final HBox head() {
        return head;
    }

    /** Another view has been chosen; it shows what it knows. */
    void viewChanged() {}

    final void choose(int index) {
        chosen = index;
        View view = views.get(index);
        group.selectToggle(view.button());
        getChildren().setAll(head, view.node());
        hasLogarithm().set(view.hasLogarithm());
        redraw();
        viewChanged();
    }
}
