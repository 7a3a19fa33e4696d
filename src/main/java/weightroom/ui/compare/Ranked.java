package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Rows or cards that stand in the order of their ranks and move to their new places when that changes. */
final class Ranked extends Region {
    private static final Duration MOVE = Duration.millis(240);

    private final boolean sideways;
    private final double gap;
    private final double least;
    private final ObservableBooleanValue still;
    private final List<Timeline> moves = new ArrayList<>();
    private List<Node> nodes = List.of();
    private List<Integer> order = List.of();

    /**
     * @param sideways whether they stand side by side, all of the same width; else one below the other
     * @param gap between two
     * @param least width of one beside the others, or 0
     * @param still whether nothing is to move by itself
     */
    Ranked(boolean sideways, double gap, double least, ObservableBooleanValue still) {
        this.sideways = sideways;
        this.gap = gap;
        this.least = least;
        this.still = still;
    }

    /** What stands in it, by number. */
    void setNodes(List<? extends Node> numbered) {
        order = List.of();
        nodes = List.copyOf(numbered);
        getChildren().setAll(nodes);
    }

    /**
     * Puts them into this order.
     *
     * @param wanted numbers of nodes, the first one first
     * @param settled whether the order stays for a while, so that the keyboard walks through it too; while it changes many
     *     times a second, taking nodes out and putting them in again would cost more than all else
     */
    void setOrder(List<Integer> wanted, boolean settled) {
        if (wanted.size() != nodes.size()) {
            return;
        }
        if (!wanted.equals(order)) {
            moveTo(List.copyOf(wanted));
        }
        if (settled && !getChildren().equals(sorted())) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            getChildren().setAll(sorted());
            if (focused != null && nodes.contains(focused)) {
                focused.requestFocus();
            }
        }
    }

    private void moveTo(List<Integer> wanted) {
        List<double[]> before = new ArrayList<>();
        nodes.forEach(node -> before.add(
                new double[] {node.getLayoutX() + node.getTranslateX(), node.getLayoutY() + node.getTranslateY()}));
        boolean first = order.isEmpty();
        order = wanted;
        stopMoves();
        // The parents keep their places: nothing but these is laid out.
        layoutChildren();
        if (!first && !still.get() && getWidth() > 0) {
            for (int i = 0; i < nodes.size(); i++) {
                move(nodes.get(i), before.get(i)[0], before.get(i)[1]);
            }
        }
    }

    /** The nodes as they stand. */
    private List<Node> sorted() {
        return order.isEmpty() ? nodes : order.stream().map(nodes::get).toList();
    }

    private void stopMoves() {
        moves.forEach(Timeline::stop);
        moves.clear();
        getChildren().forEach(node -> {
            node.setTranslateX(0);
            node.setTranslateY(0);
        });
    }

    private void move(Node node, double fromX, double fromY) {
        double x = fromX - node.getLayoutX();
        double y = fromY - node.getLayoutY();
        if (Math.abs(x) + Math.abs(y) < 1) {
            return;
        }
        node.setTranslateX(x);
        node.setTranslateY(y);
        Timeline move = new Timeline(new KeyFrame(
                MOVE,
                new KeyValue(node.translateXProperty(), 0, Interpolator.EASE_BOTH),
                new KeyValue(node.translateYProperty(), 0, Interpolator.EASE_BOTH)));
        moves.add(move);
        move.play();
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        double width = each(getWidth());
        for (Node node : sorted()) {
            if (sideways) {
                node.resizeRelocate(snapPositionX(at), 0, snapSizeX(width), getHeight());
                at += width + gap;
            } else {
                double height = Math.max(node.minHeight(getWidth()), node.prefHeight(getWidth()));
                node.resizeRelocate(0, snapPositionY(at), getWidth(), height);
                at += height + gap;
            }
        }
    }

    private double each(double width) {
        int count = Math.max(1, getChildren().size());
        return sideways ? Math.max(least, (width - (count - 1) * gap) / count) : width;
    }

    @Override
    protected double computeMinWidth(double height) {
        int count = Math.max(1, getChildren().size());
        return sideways ? count * least + (count - 1) * gap : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double sum = 0;
        double most = 0;
        for (Node node : getChildren()) {
            double each = sideways ? each(width) : width;
            double height = Math.max(node.minHeight(each), node.prefHeight(each));
            sum += height + gap;
            most = Math.max(most, height);
        }
        return sideways ? most : Math.max(0, sum - gap);
    }

    @Override
    protected double computeMinHeight(double width) {
        return sideways
                ? getChildren().stream()
                        .mapToDouble(node -> node.minHeight(-1))
                        .max()
                        .orElse(0)
                : computePrefHeight(width);
    }
}
