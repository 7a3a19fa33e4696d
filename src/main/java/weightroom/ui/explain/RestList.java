package weightroom.ui.explain;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Pop;

/** The units, or inputs, that one card stands for, in a small window; one of them can be chosen. */
final class RestList {
    private static final double ROW = 24;
    private static final double WIDTH = 260;
    private static final double MOST_ROWS = 12;

    private final Pop pop;

    RestList(Runnable changed) {
        pop = new Pop(changed);
    }

    void open(
            CardPicture picture,
            Spot.Rest rest,
            Node owner,
            double screenX,
            double screenY,
            Consumer<Quantity> choose) {
        ListView<Quantity> list = new ListView<>();
        list.setId("explain-rest");
        list.getItems().setAll(numbers(picture, rest));
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, ROW * Math.min(MOST_ROWS, list.getItems().size()) + 2);
        list.setAccessibleText(Messages.text("explain.rest.choose"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Quantity number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? "" : line(picture, number));
            }
        });
        list.setOnMouseClicked(event -> take(list, choose));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(list, choose);
            }
        });
        pop.show(list, owner, screenX, screenY);
        list.getSelectionModel().select(0);
        list.requestFocus();
    }

    private void take(ListView<Quantity> list, Consumer<Quantity> choose) {
        Quantity number = list.getSelectionModel().getSelectedItem();
        if (number != null) {
            pop.hide();
            choose.accept(number);
        }
    }

    private static List<Quantity> numbers(CardPicture picture, Spot.Rest rest) {
        int shown = picture.path().at(rest.layer());
        return IntStream.rangeClosed(0, picture.words().restCount(rest))
                .filter(unit -> unit != shown)
                .mapToObj(unit ->
                        rest.layer() < 0 ? Quantity.input(unit) : Quantity.unit(Kind.ACTIVATION, rest.layer(), unit))
                .toList();
    }

    private static String line(CardPicture picture, Quantity number) {
        return picture.words().name(number) + " = " + picture.number(number);
    }
}
