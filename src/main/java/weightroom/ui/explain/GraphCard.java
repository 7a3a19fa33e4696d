package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.engine.Term;
import weightroom.explain.ComputationGraph;
import weightroom.explain.FrameworkCode;
import weightroom.explain.GraphEdge;
import weightroom.explain.GraphNode;
import weightroom.explain.GraphRules;
import weightroom.explain.Tensor;
import weightroom.formula.FormulaParser;
import weightroom.plot.formula.FormulaView;
import weightroom.ui.explain.ExplainModel.Side;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What an operation does and how gradients pass it, or what numbers a tensor holds, beside it. */
final class GraphCard extends VBox {
    private static final double AWAY = 18;
    private static final double WIDEST = 460;

    private final GraphModel model;
    private final GraphNumbers.Choice choice;
    private final IntConsumer turned;

    /** @param turned the batch norm of a layer has been opened or closed */
    GraphCard(GraphModel model, GraphNumbers.Choice choice, IntConsumer turned) {
        this.model = model;
        this.choice = choice;
        this.turned = turned;
        setId("graph-card");
        getStyleClass().add("graph-card");
        setManaged(false);
        setVisible(false);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMaxWidth(WIDEST);
    }

    /**
     * Says something beside a place, within these bounds.
     *
     * @param kept whether it stays, so that its numbers can be pressed
     */
    void show(GraphItem item, boolean kept, double x, double y, double width, double height) {
        setMouseTransparent(!kept);
        if (item instanceof GraphItem.Op op) {
            operation(model.graph().nodes().get(op.node()));
        } else {
            tensor(model.graph().edges().get(((GraphItem.Wire) item).edge()));
        }
        setVisible(true);
        applyCss();
        double wide = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
        double high = Math.ceil(prefHeight(wide));
        double top = y + AWAY + high <= height ? y + AWAY : y - AWAY - high;
        double left = x - wide / 2;
        if (top < 0) {
            top = height - high;
            left = x + AWAY * 4 + wide <= width ? x + AWAY * 4 : x - AWAY * 4 - wide;
        }
        resizeRelocate(
                Math.round(Math.max(4, Math.min(width - wide - 4, left))), Math.round(Math.max(4, top)), wide, high);
    }

    void hide() {
        setVisible(false);
    }

    /** Gives the focus to the first thing in it that takes it; returns whether there is any. */
    boolean enter() {
        Optional<Node> first =
                lookupAll(".button").stream().filter(Node::isFocusTraversable).findFirst();
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    // ---- an operation

    private void operation(GraphNode node) {
        ComputationGraph graph = model.graph();
        if (node.isLeaf()) {
            Tensor tensor = graph.tensors().get(node.output());
            numbers(tensor, tensor.gradient(), model.knowsGradient(tensor));
            getChildren().add(code(FrameworkCode.of(graph, node)));
            return;
        }
        getChildren().setAll(Controls.label(GraphWords.heading(graph, node), "strong"));
        node.activation().ifPresent(term -> vocabulary(term, term.slopeFormula()));
        node.loss().ifPresent(term -> vocabulary(term, ""));
        if (node.perceptron()) {
            note("explain.graph.note.perceptron");
        } else if (node.kind() == GraphNode.Kind.FUSED_LOSS) {
            note("explain.graph.note.fused");
        }
        GraphRules rules = GraphRules.of(graph, node);
        formulas("explain.graph.forward", "graph-forward", rules.forward());
        formulas("explain.graph.backward", "graph-backward", rules.backward());
        getChildren().add(code(FrameworkCode.of(graph, node)));
        norm(node);
    }

    private void vocabulary(Term term, String slope) {
        getChildren().add(wrapped(term.formula() + (slope.isEmpty() ? "" : ";  " + slope), "secondary"));
    }

    private void note(String key) {
        getChildren().add(wrapped(Messages.text(key), "secondary"));
    }

    private void formulas(String heading, String style, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        getChildren().add(Controls.label(Messages.text(heading), style, "graph-heading"));
        for (String line : lines) {
            HBox row = new HBox(FormulaView.display(FormulaParser.parse(line)));
            row.getStyleClass().add("graph-formula");
            getChildren().add(row);
        }
    }

    private Node code(FrameworkCode code) {
        VBox box = new VBox(
                wrapped(Messages.text("explain.graph.pytorch", code.pytorch()), "graph-code"),
                wrapped(Messages.text("explain.graph.keras", code.keras()), "graph-code"));
        box.getStyleClass().add("graph-codes");
        return box;
    }

    private void norm(GraphNode node) {
        boolean whole = node.kind() == GraphNode.Kind.BATCH_NORM;
        if (!whole && !model.isOpen(node.layer())) {
            return;
        }
        Button button = new Button(Messages.text(whole ? "explain.graph.open" : "explain.graph.close"));
        Controls.explain(button, Messages.text(whole ? "explain.graph.open.help" : "explain.graph.close.help"));
        button.setOnAction(event -> {
            model.setOpen(node.layer(), whole);
            turned.accept(node.layer());
        });
        getChildren().add(button);
    }

    // ---- a tensor

    private void tensor(GraphEdge edge) {
        Tensor tensor = model.graph().tensor(edge);
        numbers(tensor, tensor.gradient(), model.knowsGradient(tensor));
        boolean back = model.flowsBack(edge) && model.explain().side().get() != Side.FORWARD;
        if (back && isPenalty(edge)) {
            part(Messages.text("explain.graph.penalty-part"), tensor, edge);
        } else if (back && uses(tensor) > 1) {
            GraphNode user = model.graph().nodes().get(edge.to());
            part(Messages.text("explain.graph.part", GraphWords.title(model.graph(), user)), tensor, edge);
        }
    }

    private void part(String heading, Tensor tensor, GraphEdge edge) {
        getChildren().add(Controls.label(heading, "graph-backward", "graph-heading"));
        getChildren().add(new GraphNumbers(tensor, edge.gradient(), "graph-backward", true, choice));
    }

    private boolean isPenalty(GraphEdge edge) {
        return model.graph().nodes().get(edge.to()).kind() == GraphNode.Kind.PENALTY;
    }

    /** How many parts add up to ∂L by a tensor. */
    private long uses(Tensor tensor) {
        return model.graph().edges().stream()
                .filter(edge -> edge.tensor() == tensor.id() && !isPenalty(edge))
                .count();
    }

    private void numbers(Tensor tensor, double[] gradient, boolean known) {
        Label type = wrapped(
                Messages.text(
                        "explain.graph.type",
                        tensor.shapeText(),
                        tensor.rank(),
                        tensor.elements(),
                        GraphWords.role(tensor)),
                "secondary");
        HBox name = new HBox(FormulaView.inline(FormulaParser.parse(tensor.latex())));
        name.getStyleClass().add("graph-name");
        getChildren().setAll(name, type);
        if (!model.knows(tensor)) {
            note("explain.graph.later");
            return;
        }
        if (model.explain().side().get() != Side.BACKWARD) {
            getChildren().add(new GraphNumbers(tensor, tensor.values(), "graph-forward", false, choice));
        }
        if (model.explain().side().get() == Side.FORWARD) {
            return;
        }
        if (known) {
            getChildren()
                    .add(Controls.label(
                            Messages.text("explain.graph.gradient", tensor.name(), tensor.shapeText()),
                            "graph-backward",
                            "graph-heading"));
            getChildren().add(new GraphNumbers(tensor, gradient, "graph-backward", true, choice));
        } else {
            note(tensor.hasGradient() ? "explain.graph.gradient-later" : "explain.graph.no-gradient");
        }
    }

    private static Label wrapped(String text, String style) {
        Label label = Controls.label(text, style);
        label.setWrapText(true);
        label.setMaxWidth(WIDEST - 32);
        return label;
    }
}
