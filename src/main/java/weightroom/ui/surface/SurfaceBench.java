package weightroom.ui.surface;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Segments;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;

/**
 * The bench of surfaces: what is chosen on the left, the surface with its balls and their curves in the middle, the chosen
 * ball's step on the right. In a presentation the left is not there.
 */
public final class SurfaceBench {
    private static final int MAPS_PER_SECOND = 30;
    private static final int REST_PER_SECOND = 10;
    /** Steps in a second at which numbers can still be read. */
    private static final double READABLE = 5;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 1400;

    private final SurfaceModel model = new SurfaceModel();
    private final SurfacePlayback playback = new SurfacePlayback(model);
    private final BorderPane bench = new BorderPane();
    private final SurfaceControls controls = new SurfaceControls(model);
    private final Maps maps = new Maps(model);
    private final HeightCurves curves = new HeightCurves(model);
    private final AlgebraPanel algebra = new AlgebraPanel(model);
    private final Cadence mapTurn = new Cadence(MAPS_PER_SECOND);
    private final Cadence restTurn = new Cadence(REST_PER_SECOND);
    private final Label title = Controls.label("", "title");
    private final Options options;
    private boolean seen;
    private long shownMaps = -1;
    private long shownRest = -1;
    private long shownAlgebra = -1;

    /** @param options say whether it is a presentation */
    public SurfaceBench(Options options) {
        this.options = options;
        bench.setId("surface-bench");
        bench.getStyleClass().add("surface-bench");
        Segments<ShowOf> shows = new Segments<>(List.of(ShowOf.values()), ShowOf.values().length, this::show);
        shows.setId("surface-show");
        shows.show(ShowOf.BOTH);
        HBox head = new HBox(title, legend(), Controls.spring(), shows);
        head.getStyleClass().add("panel-head");
        title.setMinWidth(Region.USE_PREF_SIZE);
        VBox centre = new VBox(head, maps, curves);
        centre.getStyleClass().add("surface-centre");
        centre.setMinWidth(0);
        show(ShowOf.BOTH);
        bench.setCenter(centre);
        bench.setRight(algebra);
        bench.widthProperty()
                .addListener((observable, before, after) ->
                        bench.pseudoClassStateChanged(NARROW, after.doubleValue() < NARROW_WIDTH));
        options.presentation().addListener((observable, before, after) -> present());
        playback.playing().addListener((observable, before, after) -> shownAlgebra = -1);
        present();
    }

    /** What is put into the view; the same one each time. */
    public Node node() {
        return bench;
    }

    /** What the frame shows and moves while the bench is seen. */
    public Playback playback() {
        return playback;
    }

    /** What stands on the bench. */
    public SurfaceModel model() {
        return model;
    }

    /** Begins or ends to be seen; what plays pauses when it is not seen any more. */
    public void setSeen(boolean wanted) {
        if (seen && !wanted) {
            playback.pause();
        }
        seen = wanted;
        if (seen) {
            show(System.nanoTime());
        }
    }

    /** Whether the next pulse changes what is shown. */
    public boolean moving() {
        return seen && (playback.moving() || shownRest != model.serial() || shownMaps != model.serial());
    }

    /**
     * Goes on where it plays, and shows what has changed; called once per pulse while anything moves.
     *
     * @param nanos the time
     */
    public void show(long nanos) {
        if (!seen) {
            return;
        }
        playback.pulse(nanos);
        boolean still = !playback.playing().get();
        if (shownMaps != model.serial() && mapTurn.due(nanos, still)) {
            shownMaps = model.serial();
            maps.draw();
        }
        if (shownRest != model.serial() && restTurn.due(nanos, still)) {
            shownRest = model.serial();
            controls.show();
            curves.show();
            algebra.showSentence();
            title.setText(model.surface().label());
        }
        boolean readable = still || playback.speed().get().epochsPerSecond(1) <= READABLE;
        algebra.setReadable(readable);
        maps.setArrows(readable);
        if (readable && shownAlgebra != model.serial()) {
            shownAlgebra = model.serial();
            algebra.showAlgebra();
        }
    }

    private void show(ShowOf wanted) {
        maps.setShow(wanted);
        boolean both = wanted == ShowOf.BOTH;
        VBox.setVgrow(maps, both ? Priority.NEVER : Priority.ALWAYS);
        VBox.setVgrow(curves, both ? Priority.ALWAYS : Priority.NEVER);
    }

    /** What the arrows at the chosen ball mean. */
    private static Node legend() {
        HBox legend = new HBox(
                arrow("backward"),
                Controls.label(Messages.text("surface.arrow.downhill"), "hint"),
                arrow("forward"),
                Controls.label(Messages.text("surface.arrow.step"), "hint"));
        legend.getStyleClass().add("surface-legend");
        return legend;
    }

    private static Node arrow(String style) {
        Label arrow = Controls.label("\u2192", "surface-arrow", style);
        Controls.explain(arrow, Messages.text("surface.arrow." + style + ".help"));
        return arrow;
    }

    private void present() {
        bench.setLeft(options.presentation().get() ? null : controls);
    }
}
