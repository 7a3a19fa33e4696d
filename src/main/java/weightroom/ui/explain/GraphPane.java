package weightroom.ui.explain;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.explain.GraphNode;
import weightroom.explain.Quantity;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The page that shows the pass as frameworks do: operations, tensors with their shapes, gradients that flow back. */
final class GraphPane implements ExplainPane {
    private final ExplainModel explain;
    private final GraphModel model;
    private final GraphCanvas canvas;
    private final BorderPane node = new BorderPane();

    GraphPane(ExplainModel explain) {
        this.explain = explain;
        model = new GraphModel(explain, this::width);
        canvas = new GraphCanvas(model, this::choose);
        for (ObservableValue<?> cause : List.of(explain.pass(), explain.phase(), explain.side())) {
            cause.addListener((observable, before, after) -> canvas.requestDraw());
        }
        HBox tools = new HBox(
                Controls.iconButton(Feather.ZOOM_OUT, Messages.text("explain.graph.smaller"), () -> canvas.zoom(-1)),
                Controls.iconButton(Feather.ZOOM_IN, Messages.text("explain.graph.larger"), () -> canvas.zoom(1)),
                Controls.iconButton(Feather.MAXIMIZE, Messages.text("explain.graph.fit"), canvas::fit));
        tools.getStyleClass().add("graph-tools");
        Label legend = Controls.label(Messages.text("explain.graph.legend.forward"), "graph-legend", "graph-forward");
        Label back = Controls.label(Messages.text("explain.graph.legend.backward"), "graph-legend", "graph-backward");
        HBox bar = new HBox(legend, back, Controls.spring(), tools);
        bar.getStyleClass().add("graph-bar");
        node.setCenter(canvas);
        node.setBottom(bar);
        node.getStyleClass().add("graph-page");
    }

    private double width(GraphNode of) {
        return GraphPainter.width(of, GraphWords.title(model.graph(), of));
    }

    private void choose(Quantity number, int row) {
        if (sampled(number)) {
            explain.row().set(row);
        }
        explain.selected().set(number);
    }

    /** Whether there is one such number for each row. */
    private static boolean sampled(Quantity number) {
        return !number.kind().parameter()
                && number.kind() != Quantity.Kind.LOSS
                && number.kind() != Quantity.Kind.PENALTY;
    }

    @Override
    public Node node() {
        return node;
    }

    /** What changes is drawn with the next pulse, and only where the page is seen: see {@link CardCanvas}. */
    @Override
    public void show(long nanos) {}
}
