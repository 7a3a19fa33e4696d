package weightroom.ui.explain;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Section.Lead;
import weightroom.explain.Symbols;
import weightroom.run.Background;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/**
 * The right side of the view: where one number comes from, from the chain rule in symbols down to the optimizer's step.
 * What was chosen before can be gone back to.
 */
final class FormulaPanel implements ExplainPane {
    /** While the run trains, numbers change no faster than this. */
    private static final int PER_SECOND = 8;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 430;

    private final ExplainModel model;
    private final Visits visits = new Visits();
    private final NumberChooser chooser;
    private final Label title = Controls.label("", "title");
    private final Label value = Controls.label("", "strong");
    private final Button whole = new Button();
    private final Button back;
    private final Button forward;
    private final PanelSections sections;
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane root = new StackPane();
    private final PanelCopies copies;
    private final Cadence turn = Cadence.inTurn(PER_SECOND);
    private final DerivationOf derivation = new DerivationOf();
    private boolean dirty = true;
    private boolean atOnce = true;

    FormulaPanel(ExplainModel model, Background background) {
        this.model = model;
        chooser = new NumberChooser(this::choose);
        sections = new PanelSections(new PanelMeans(new FormulaPool(), this::open, this::more));
        copies = new PanelCopies(sections, root, background);
        back = tool(Feather.ARROW_LEFT, "back", () -> visits.back().ifPresent(this::choose));
        forward = tool(Feather.ARROW_RIGHT, "forward", () -> visits.forward().ifPresent(this::choose));
        Button more = tool(Feather.MORE_HORIZONTAL, "copy", () -> {});
        more.setOnAction(event -> copies.menu(more));
        whole.setId("explain-whole");
        whole.setOnAction(event -> {
            derivation.part = false;
            changed(true);
        });
        Controls.explain(whole, Messages.text("explain.panel.whole.help"));
        build(new HBox(back, forward, more));
        model.selected().addListener((observable, before, after) -> {
            derivation.fresh();
            visits.go(after);
            changed(true);
            scroll.setVvalue(0);
        });
        visits.go(model.selected().get());
        model.phase().addListener((observable, before, after) -> changed(true));
        model.found().addListener((observable, before, after) -> changed(true));
        model.row().addListener((observable, before, after) -> changed(true));
        model.pass().addListener((observable, before, after) -> changed(false));
    }

    private static Button tool(Feather icon, String key, Runnable action) {
        Button button = Controls.iconButton(icon, Messages.text("explain.panel." + key), action);
        button.setId("explain-" + key);
        button.getStyleClass().add("panel-tool");
        return button;
    }

    private void build(HBox tools) {
        Label name = Controls.label(Messages.text("explain.panel.value"), "secondary");
        name.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        value.setId("explain-value");
        HBox.setHgrow(chooser, Priority.ALWAYS);
        HBox head = new HBox(title, chooser, name, value);
        head.getStyleClass().add("formula-head");
        tools.getStyleClass().add("formula-tools");
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane page = new StackPane(sections, tools);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        page.getStyleClass().add("formula-page");
        scroll.setContent(page);
        scroll.setId("formula-scroll");
        scroll.getStyleClass().add("formula-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox all = new VBox(head, whole, scroll);
        all.getStyleClass().add("formula-column");
        root.getChildren().addAll(all, copies.told());
        root.getStyleClass().add("formula-panel");
        root.setId("formula-panel");
        root.setMinSize(0, 0);
        root.widthProperty().addListener((observable, before, after) -> {
            boolean narrow = after.doubleValue() < NARROW_WIDTH;
            root.pseudoClassStateChanged(NARROW, narrow);
            SectionBox.place(name, !narrow);
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        ChangeListener<Node> follow = (observable, before, after) -> follow(after);
        root.sceneProperty().addListener((observable, before, after) -> {
            Optional.ofNullable(before).map(Scene::focusOwnerProperty).ifPresent(one -> one.removeListener(follow));
            Optional.ofNullable(after).map(Scene::focusOwnerProperty).ifPresent(one -> one.addListener(follow));
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(long nanos) {
        boolean training = model.run().playing().get();
        if (dirty && turn.due(nanos, atOnce || !training)) {
            dirty = false;
            atOnce = false;
            Optional<Pass> pass = model.pass().get();
            root.setVisible(pass.isPresent());
            pass.ifPresent(this::show);
        }
    }

    private void show(Pass pass) {
        Quantity asked = model.selected().get();
        Symbols symbols = Symbols.of(pass.subject().network());
        Derivation found = derivation.of(pass, asked, model.row().get());
        Revealed revealed = new Revealed(pass, asked, model::known);
        boolean gradient = Revealed.target(asked).kind().gradient();
        title.setText(Messages.text(gradient ? "explain.panel.title" : "explain.panel.title.forward"));
        chooser.show(pass.subject(), symbols, asked);
        showValue(pass.value(asked, found.row() < 0 ? 0 : found.row()), model.known(asked));
        back.setDisable(!visits.hasBack());
        forward.setDisable(!visits.hasForward());
        SectionBox.place(whole, derivation.part);
        whole.setText(Messages.text(
                "explain.panel.whole", model.row().get() + 1, pass.sample().n()));
        sections.show(found, revealed);
        copies.show(found, revealed);
    }

    private void showValue(double number, boolean known) {
        value.setText(known ? CardWords.number(number) : Revealed.UNKNOWN);
        Controls.explain(value, known ? CardWords.allDigits(number) : Messages.text("explain.panel.later"));
    }

    private void changed(boolean now) {
        dirty = true;
        atOnce |= now;
    }

    private void choose(Quantity quantity) {
        model.selected().set(quantity);
        back.setDisable(!visits.hasBack());
        forward.setDisable(!visits.hasForward());
    }

    /** Explains what a row of the panel leads to; a row of the batch by its part. */
    private void open(Lead lead) {
        Quantity asked = model.selected().get();
        boolean same = lead.quantity().equals(asked) || lead.quantity().equals(Revealed.target(asked));
        if (lead.row() != Derivation.ALL) {
            model.row().set(lead.row());
        }
        if (same) {
            derivation.part = lead.row() != Derivation.ALL;
            changed(true);
        } else {
            choose(lead.quantity());
        }
    }

    private void more() {
        derivation.most *= 4;
        changed(true);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            back.fire();
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            forward.fire();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copies.copyText();
            event.consume();
        }
    }

    /** Scrolls to what the keyboard has walked to. */
    private void follow(Node focused) {
        boolean inside = false;
        for (Node node = focused; node != null && !inside; node = node.getParent()) {
            inside = node == scroll.getContent();
        }
        double beyond = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (!inside || beyond <= 0) {
            return;
        }
        Bounds at = scroll.getContent().sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double top = scroll.getVvalue() * beyond;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (at.getMinY() < top) {
            scroll.setVvalue(at.getMinY() / beyond);
        } else if (at.getMaxY() > bottom) {
            scroll.setVvalue((at.getMaxY() - scroll.getViewportBounds().getHeight()) / beyond);
        }
    }
}
