package weightroom.ui.controls;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Options;

/**
 * Controls under a title that folds them away. What is wanted now and then stands behind <i>More</i>. Both are remembered
 * from one start to the next.
 */
final class FoldGroup extends VBox {
    private final String name;
    private final VBox body = new VBox();
    private final VBox rest = new VBox();
    private final Button title;
    private final FontIcon chevron = new FontIcon(Feather.CHEVRON_DOWN);
    private final ToggleButton more = new ToggleButton();
    private final List<Node> others;
    private final Options memory;
    private final String key;

    /**
     * @param key of its words ({@code group.data}) and of what is remembered
     * @param main what stands there while it is not folded
     * @param others what stands there only with <i>More</i>
     */
    FoldGroup(String key, Options memory, List<Node> main, List<Node> others) {
        this.key = key;
        this.memory = memory;
        this.others = others;
        name = Messages.text("group." + key);
        getStyleClass().add("group");
        title = new Button(name);
        title.setId("fold-" + key);
        title.getStyleClass().add("fold-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setOnAction(event -> fold(isUnfolded()));
        HBox.setHgrow(title, Priority.ALWAYS);
        more.setId("more-" + key);
        more.getStyleClass().add("more");
        more.setOnAction(event -> showMore(more.isSelected()));
        Button arrow = new Button("", chevron);
        arrow.getStyleClass().add("fold-arrow");
        // The title does the same by keyboard.
        arrow.setFocusTraversable(false);
        arrow.setOnAction(event -> title.fire());
        HBox head = new HBox(title, more, arrow);
        head.getStyleClass().add("fold-head");
        body.getStyleClass().add("fold-body");
        rest.getStyleClass().add("fold-body");
        body.getChildren().setAll(main);
        body.getChildren().add(rest);
        getChildren().addAll(head, body);
        fold(memory.recalls("folded." + key));
        showMore(memory.recalls("more." + key));
    }

    boolean isUnfolded() {
        return body.isVisible();
    }

    /** Whether what stands behind <i>More</i> is shown. */
    ToggleButton more() {
        return more;
    }

    private void fold(boolean folded) {
        body.setVisible(!folded);
        body.setManaged(!folded);
        more.setVisible(!folded);
        chevron.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        String state = Messages.text(folded ? "fold.open" : "fold.close", name);
        title.setAccessibleText(state);
        Controls.explain(title, state);
        memory.remember("folded." + key, folded);
    }

    private void showMore(boolean shown) {
        if (shown && rest.getChildren().isEmpty()) {
            // Before it is wanted it costs no style and no layout.
            rest.getChildren().setAll(others);
        }
        more.setSelected(shown);
        more.setText(Messages.text(shown ? "less" : "more"));
        Controls.explain(more, Messages.text(shown ? "less.help" : "more.help." + key));
        rest.setVisible(shown);
        rest.setManaged(shown);
        memory.remember("more." + key, shown);
    }
}
