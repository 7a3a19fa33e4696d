package weightroom.ui.surface;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import weightroom.formula.FormulaParser;
import weightroom.surface.Surface;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.prose.DisplayFormula;

/** What is chosen: the surface, the start, the balls and their numbers. */
final class SurfaceControls extends ScrollPane {
    private final SurfaceModel model;
    private final ComboBox<Surface> surfaces;
    private final StackPane formula = new StackPane();
    private final Label help = Controls.label("", "hint");
    private final StartFields start;
    private final List<BallRow> balls;
    private final NumbersOfBall numbers;
    private long settings = -1;

    SurfaceControls(SurfaceModel model) {
        this.model = model;
        getStyleClass().add("surface-controls");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        surfaces = Controls.terms(List.of(Surface.values()), Messages.text("surface.choice"));
        surfaces.setId("surface");
        surfaces.setVisibleRowCount(Surface.values().length);
        surfaces.setOnAction(event -> {
            Surface wanted = surfaces.getValue();
            if (wanted != null && wanted != model.surface()) {
                model.choose(wanted);
            }
        });
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        start = new StartFields(model);
        numbers = new NumbersOfBall(model);
        balls = SurfaceModel.OPTIMIZERS.stream()
                .map(optimizer -> new BallRow(model, optimizer))
                .toList();
        Label title = Controls.label(Messages.text("surface.balls"), "group-title");
        Controls.explain(title, Messages.text("surface.balls.help"));
        VBox rows = new VBox();
        rows.getStyleClass().add("ball-rows");
        rows.getChildren().addAll(balls);
        VBox surface = new VBox(Controls.row(Messages.text("surface.choice"), surfaces), formula, help, start);
        surface.getStyleClass().add("surface-group");
        VBox all = new VBox(surface, new VBox(title, rows), numbers);
        all.getStyleClass().add("surface-groups");
        setContent(all);
    }

    /** Shows what was chosen, and what became of the balls. */
    void show() {
        if (settings != model.settings()) {
            settings = model.settings();
            if (surfaces.getValue() != model.surface()) {
                surfaces.setValue(model.surface());
            }
            help.setText(model.surface().help());
            formula.getChildren()
                    .setAll(new DisplayFormula(FormulaParser.parse(model.surface()
                                    .nameOfValue() + " = " + model.surface().latex())));
            start.show();
            numbers.show();
        }
        balls.forEach(BallRow::show);
    }
}
