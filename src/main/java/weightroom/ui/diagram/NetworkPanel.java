package weightroom.ui.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.experiment.Setup;
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Pop;
import weightroom.ui.kit.Segments;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** The network: what its links show, the heads of its layers, and its picture, which can be taken hold of. */
public final class NetworkPanel extends VBox {
    private static final int DRAWINGS_PER_SECOND = 20;
    private static final double MODES_WIDTH = 168;
    /** Below this width the head says less. */
    private static final double ROOM_FOR_WORDS = 680;

    private final RunModel run;
    private final DiagramModel model;
    private final NetworkCanvas canvas;
    private final LayerHeads heads;
    private final ParameterEditor editor;
    private final Pop pop = new Pop(this::follow);
    private final DiagramKeys keys;
    private final Label shape = Controls.label("", "secondary", "network-shape");
    private final Label count = Controls.label("", "hint");
    private final Button add = new Button(Messages.text("layer.add"), new FontIcon(Feather.PLUS));
    private final ToggleButton numbers = new ToggleButton();
    private final Segments<LinkMode> modes;
    private final boolean fixed;
    private final Cadence cadence = Cadence.inTurn(DRAWINGS_PER_SECOND);
    private long shown = -1;
    private boolean looking;

    /** The network, to be built and changed. */
    public NetworkPanel(RunModel run) {
        this(run, false);
    }

    private NetworkPanel(RunModel run, boolean fixed) {
        this.run = run;
        this.fixed = fixed;
        model = new DiagramModel(run, fixed);
        keys = new DiagramKeys(model, fixed);
        canvas = new NetworkCanvas(model, new Hands());
        LayerOptions options = new LayerOptions(model, pop);
        editor = new ParameterEditor(model, pop, options, fixed);
        heads = new LayerHeads(model, options, new PlaneChooser(run, pop));
        modes = new Segments<>(List.of(LinkMode.values()), LinkMode.values().length, this::setMode);
        getStyleClass().add("network-panel");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(fixed ? List.of(fixedHead(), canvas) : List.of(head(), heads, canvas));
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        canvas.focusedProperty().addListener((observable, before, after) -> keys.focused());
        run.experiment().addListener((observable, before, after) -> follow());
        run.slice().addListener((observable, before, after) -> follow());
        modes.show(LinkMode.WEIGHT);
        widthProperty()
                .addListener((observable, before, after) ->
                        showShape(run.snapshot().get().setup()));
        follow();
    }

    /** The network as it is: its numbers can be changed, its shape and what belongs to it cannot. */
    public static NetworkPanel fixed(RunModel run) {
        return new NetworkPanel(run, true);
    }

    private HBox fixedHead() {
        shape.setId("network-shape");
        HBox head = new HBox(Controls.label(Messages.text("network"), "title"), shape);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private HBox head() {
        add.setId("add-layer");
        add.setOnAction(event -> run.change(Changes::plusLayer));
        Controls.explain(add, Messages.text("layer.add.help"));
        shape.setId("network-shape");
        shape.setMinWidth(0);
        modes.setId("link-modes");
        modes.setPrefWidth(MODES_WIDTH);
        modes.setMinWidth(Region.USE_PREF_SIZE);
        modes.setMaxHeight(Region.USE_PREF_SIZE);
        numbers.setId("link-numbers");
        numbers.setGraphic(new FontIcon(Feather.HASH));
        numbers.getStyleClass().add("icon-button");
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        numbers.setAccessibleText(Messages.text("link.numbers"));
        numbers.selectedProperty().addListener((observable, before, after) -> {
            model.setSaysNumbers(after);
            canvas.choiceChanged();
        });
        Controls.explain(numbers, Messages.text("link.numbers.help"));
        Label name = Controls.label(Messages.text("links"), "secondary");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(
                Controls.label(Messages.text("network"), "title"),
                shape,
                count,
                add,
                Controls.spring(),
                numbers,
                name,
                modes);
        add.setMinWidth(Region.USE_PREF_SIZE);
        head.getStyleClass().add("panel-head");
        return head;
    }

    /** Shows a snapshot; called once per pulse while anything moves. */
    public void show(Snapshot now, long nanos) {
        lookIf(canvas.canBeSeen());
        if (now.serial() == shown || !canvas.canBeSeen() || !cadence.due(nanos, !now.playing())) {
            return;
        }
        shown = now.serial();
        model.read(now);
        canvas.numbersChanged(Words.outputs(now.setup()));
        showShape(now.setup());
        editor.refresh();
    }

    /** Ends to be seen, until it is shown again. */
    public void unseen() {
        lookIf(false);
    }

    /** What nobody sees is not computed. */
    private void lookIf(boolean seen) {
        if (seen != looking) {
            looking = seen;
            run.look(this, seen ? EnumSet.of(RunModel.Part.TILES, RunModel.Part.INSIGHT) : Set.of());
        }
    }

    private void showShape(Setup setup) {
        Network network = setup.plan().network();
        String parameters = Messages.text(
                "network.parameters", Numbers.count(Layout.of(network).trainable()));
        boolean room = getWidth() >= ROOM_FOR_WORDS || getWidth() == 0;
        shape.setText(room ? network.toString().replace("-", " - ") : network.toString());
        Controls.explain(shape, network + ", " + parameters);
        boolean small = NumberTags.isSmall(model.map());
        numbers.setVisible(small);
        numbers.setManaged(small);
        count.setText(parameters);
        count.setVisible(room);
        count.setManaged(room);
    }

    /** Follows the experiment. */
    private void follow() {
        model.relay();
        heads.show();
        add.setDisable(Changes.hidden(run.experiment().get()) >= Changes.MAX_HIDDEN);
        Setup setup = run.snapshot().get().setup();
        showShape(setup);
        canvas.numbersChanged(Words.outputs(setup));
    }

    private void setMode(LinkMode mode) {
        model.setMode(mode);
        canvas.choiceChanged();
    }

    private void pressed(KeyEvent event) {
        boolean done = keys.pressed(event);
        if (!done && event.getCode() == KeyCode.ENTER && model.selected().isPresent()) {
            Hit hit = model.selected().get();
            double[] at = Places.of(model.map(), hit);
            new Hands().open(hit, at[0], at[1]);
            done = true;
        }
        if (done) {
            event.consume();
            canvas.choiceChanged();
        }
    }

    /** What the canvas asks for. */
    private final class Hands implements NetworkCanvas.Actions {
        @Override
        public void open(Hit hit, double x, double y) {
            Bounds screen = canvas.localToScreen(canvas.getLayoutBounds());
            if (hit instanceof Hit.More) {
                model.setOpened(hit.layer(), true);
                canvas.numbersChanged(Words.outputs(run.snapshot().get().setup()));
            } else if (hit instanceof Hit.Tile tile && tile.layer() < 0) {
                toggleInput(tile.index());
            } else if (model.known()) {
                editor.show(hit, canvas, screen.getMinX() + x, screen.getMinY() + y);
            }
        }

        @Override
        public boolean editing() {
            return pop.isShowing();
        }

        @Override
        public void resize(int layer, int units) {
            if (!fixed) {
                run.change(now -> Changes.withUnits(now, layer, units));
            }
        }

        private void toggleInput(int choice) {
            InputChoices inputs = model.map().inputs();
            if (fixed || !inputs.canToggle(choice)) {
                return;
            }
            try {
                run.change(now -> now.withData(now.data().withFeatures(inputs.toggled(choice))));
            } catch (InvalidInput refused) {
                canvas.choiceChanged();
            }
        }
    }
}
