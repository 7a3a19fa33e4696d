package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import weightroom.engine.Optimizer;
import weightroom.plot.Ink;
import weightroom.plot.LaneStyle;
import weightroom.plot.ReliefPlot;
import weightroom.plot.SurfacePlot;
import weightroom.surface.Moment;
import weightroom.surface.Region;
import weightroom.surface.Spot;
import weightroom.surface.Surface;
import weightroom.surface.Walk;
import weightroom.ui.kit.Messages;

/** The surface from above and in space, with the balls on it. */
final class Maps extends HBox {
    /** Of the arrow that points downhill, as a share of what is shown. */
    private static final double ARROW = 0.1;

    private final SurfaceModel model;
    private final SurfacePlot map = new SurfacePlot();
    private final ReliefPlot relief = new ReliefPlot();
    private ShowOf show = ShowOf.BOTH;
    private long settings = -1;
    private Optional<Heights> heights = Optional.empty();
    private boolean arrows = true;

    Maps(SurfaceModel model) {
        this.model = model;
        getStyleClass().add("surface-maps");
        setMinSize(0, 0);
        map.setId("surface-map");
        relief.setId("surface-relief");
        map.getStyleClass().add("surface-map");
        relief.getStyleClass().add("surface-relief");
        for (Node plot : List.of(map, relief)) {
            setHgrow(plot, Priority.ALWAYS);
        }
        map.setMinSize(0, 0);
        relief.setMinSize(0, 0);
        map.setPrefWidth(400);
        relief.setPrefWidth(400);
        map.setOnStart(this::start);
    }

    void setShow(ShowOf wanted) {
        show = wanted;
        present();
        draw();
    }

    /** Whether the slope and the next step of the chosen ball are drawn as arrows. */
    void setArrows(boolean wanted) {
        if (arrows != wanted) {
            arrows = wanted;
            drawArrows();
        }
    }

    /** Draws the surface where it is another one, and the balls. */
    void draw() {
        if (settings != model.settings()) {
            settings = model.settings();
            if (heights.filter(drawn -> drawn.surface() == model.surface()).isEmpty()) {
                drawSurface(new Heights(model.surface()));
            }
            int chosen = SurfaceModel.OPTIMIZERS.indexOf(model.chosen());
            map.setStart(model.start().x(), model.start().y());
            map.setEmphasized(chosen);
            relief.setEmphasized(chosen);
        }
        List<SurfacePlot.Ball> balls = new ArrayList<>();
        for (Optimizer optimizer : model.shown()) {
            Trail trail = Trail.of(model.walk(optimizer), model.at(), model.latest());
            LaneStyle style = LaneStyle.of(SurfaceModel.OPTIMIZERS.indexOf(optimizer));
            balls.add(new SurfacePlot.Ball(optimizer.label(), style, trail.xs(), trail.ys(), trail.at()));
        }
        if (relief.isVisible()) {
            relief.setBalls(balls);
        }
        if (map.isVisible()) {
            map.setBalls(balls);
            drawArrows();
        }
    }

    private void drawSurface(Heights drawn) {
        heights = Optional.of(drawn);
        Surface surface = drawn.surface();
        List<SurfacePlot.Minimum> minima = surface.minima().stream()
                .map(spot -> new SurfacePlot.Minimum(spot.x(), spot.y(), Messages.text("surface.minimum")))
                .toList();
        String told = surface.label() + ", " + surface.formula();
        map.setSurface(drawn.field(), drawn.logarithmic());
        map.setNames(surface.nameX(), surface.nameY(), surface.nameOfValue());
        map.setMinima(minima);
        map.setAccessibleText(Messages.text("surface.map", told, Messages.text("surface.show.map.help")));
        relief.setSurface(drawn.field(), drawn.logarithmic());
        relief.setNames(surface.nameX(), surface.nameY(), surface.nameOfValue());
        relief.setMinima(minima);
        relief.setAccessibleText(Messages.text("surface.relief", told, Messages.text("surface.show.relief.help")));
    }

    /** Downhill, always equally long, and the next step, as long as it is. */
    private void drawArrows() {
        List<SurfacePlot.Arrow> drawn = new ArrayList<>();
        Optimizer chosen = model.chosen();
        if (arrows && model.shown().contains(chosen) && !model.verdict(chosen).ended()) {
            Walk walk = model.walk(chosen);
            Moment now = walk.at(model.at());
            double x = now.x().theta();
            double y = now.y().theta();
            Region region = model.surface().region();
            double steepness = now.steepness();
            if (steepness > 0 && Double.isFinite(steepness)) {
                double size = ARROW * Math.min(region.width(), region.height()) / steepness;
                drawn.add(new SurfacePlot.Arrow(
                        x, y, -size * now.x().gradient(), -size * now.y().gradient(), Ink.BACKWARD));
            }
            Spot next = model.next(chosen);
            drawn.add(new SurfacePlot.Arrow(x, y, next.x() - x, next.y() - y, Ink.FORWARD));
        }
        map.setArrows(drawn);
    }

    private void start(double x, double y) {
        Region region = model.surface().region();
        model.startAt(new Spot(
                rounded(Math.max(region.lowX(), Math.min(region.highX(), x)), region.width()),
                rounded(Math.max(region.lowY(), Math.min(region.highY(), y)), region.height())));
    }

    /** To about as much as a pixel, so that the numbers are short. */
    private static double rounded(double value, double size) {
        double grains = Math.pow(10, Math.ceil(-Math.log10(size / 1000)));
        return Math.rint(value * grains) / grains;
    }

    private void present() {
        List<Node> plots = new ArrayList<>();
        map.setVisible(show != ShowOf.RELIEF);
        relief.setVisible(show != ShowOf.MAP);
        if (map.isVisible()) {
            plots.add(map);
        }
        if (relief.isVisible()) {
            plots.add(relief);
        }
        getChildren().setAll(plots);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Each is as wide as high: side by side they leave what is higher to the curves below. */
    @Override
    protected double computePrefHeight(double width) {
        return show == ShowOf.BOTH && width >= 0 ? width / 2 : super.computePrefHeight(width);
    }
}
