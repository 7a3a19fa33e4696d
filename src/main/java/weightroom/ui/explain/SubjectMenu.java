package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import weightroom.explain.Example;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Whose network is explained: the run's, or an example's; and for an example the ways back through its steps. */
final class SubjectMenu extends MenuButton {
    private final SubjectModel model;
    private final List<RadioMenuItem> choices = new ArrayList<>();
    private final List<Optional<Example>> offered = new ArrayList<>();
    private final MenuItem undo;
    private final MenuItem start;

    SubjectMenu(SubjectModel model) {
        this.model = model;
        setId("explain-subject");
        setMinWidth(USE_PREF_SIZE);
        Controls.explain(this, Messages.text("explain.subject.help"));
        ToggleGroup group = new ToggleGroup();
        offer(Optional.empty(), Messages.text("explain.subject.run"), group);
        for (Example example : Example.values()) {
            offer(Optional.of(example), example.label(), group);
        }
        undo = item(
                "explain-undo",
                () -> model.goTo(model.own().get().map(one -> one.at() - 1).orElse(0)));
        start = item("explain-start", () -> model.goTo(0));
        getItems().addAll(choices);
        getItems().addAll(new SeparatorMenuItem(), undo, start);
        refresh();
    }

    private void offer(Optional<Example> example, String label, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(label);
        item.setId("subject-" + example.map(Example::id).orElse("run"));
        item.setToggleGroup(group);
        item.setOnAction(event -> model.choose(example));
        offered.add(example);
        choices.add(item);
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(id.replace('-', '.')));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Shows what is explained. */
    void refresh() {
        boolean lesson = model.example().get().isEmpty() && model.own().get().isPresent();
        RadioMenuItem now = choices.get(offered.indexOf(model.example().get()));
        choices.forEach(choice -> choice.setSelected(choice.equals(now) && !lesson));
        setText(lesson ? Messages.text("explain.subject.lesson") : now.getText());
        setAccessibleText(Messages.text("explain.subject.accessible", getText()));
        boolean back = model.own().get().filter(one -> one.at() > 0).isPresent();
        undo.setDisable(!back);
        start.setDisable(!back);
    }
}
