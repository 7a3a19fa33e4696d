package weightroom.ui.explain;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import weightroom.explain.Quantity;
import weightroom.explain.Tensor;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The first rows and columns of a tensor, or of its gradient, with what they range over. */
final class GraphNumbers extends VBox {
    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 4;

    /** What a number of the tensor does when it is pressed. */
    interface Choice {
        void choose(Quantity number, int row);
    }

    /**
     * Numbers.
     *
     * @param numbers of the tensor or its gradient, of the same shape
     * @param style style class of each
     */
    GraphNumbers(Tensor tensor, double[] numbers, String style, boolean gradient, Choice choice) {
        getStyleClass().add("graph-numbers");
        getChildren().addAll(grid(tensor, numbers, style, gradient, choice), range(tensor, numbers));
    }

    private static GridPane grid(Tensor tensor, double[] numbers, String style, boolean gradient, Choice choice) {
        GridPane grid = new GridPane();
        int rows = Math.min(MOST_ROWS, tensor.rows());
        int columns = Math.min(MOST_COLUMNS, tensor.columns());
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double number = numbers[r * tensor.columns() + c];
                grid.add(cell(tensor, number, r, c, style, gradient, choice), c, r);
            }
            if (columns < tensor.columns()) {
                grid.add(Controls.label("…", "secondary"), columns, r);
            }
        }
        if (rows < tensor.rows()) {
            grid.add(Controls.label("⋮", "secondary"), 0, rows);
        }
        return grid;
    }

    private static Node cell(
            Tensor tensor, double number, int row, int column, String style, boolean gradient, Choice choice) {
        Optional<Quantity> quantity = tensor.quantity(row, column);
        Button button = new Button(CardWords.number(number));
        button.getStyleClass().setAll("graph-number", style);
        String all = CardWords.allDigits(number);
        String help = quantity.isPresent() ? Messages.text("explain.graph.number.help", all) : all;
        Controls.explain(button, help);
        button.setAccessibleText(Messages.text(
                gradient ? "explain.graph.number.gradient" : "explain.graph.number.spoken",
                tensor.name(),
                row + 1,
                column + 1,
                all));
        quantity.ifPresentOrElse(
                found -> button.setOnAction(event -> choice.choose(found, row)),
                () -> button.setFocusTraversable(false));
        return button;
    }

    private static Label range(Tensor tensor, double[] numbers) {
        if (numbers.length < 2) {
            return Controls.label(Messages.text("explain.graph.elements", 1), "secondary");
        }
        return Controls.label(
                Messages.text(
                        "explain.graph.range",
                        tensor.elements(),
                        CardWords.number(Arrays.stream(numbers).min().orElse(Double.NaN)),
                        CardWords.number(Arrays.stream(numbers).max().orElse(Double.NaN)),
                        CardWords.number(Arrays.stream(numbers).average().orElse(Double.NaN))),
                "secondary");
    }
}
