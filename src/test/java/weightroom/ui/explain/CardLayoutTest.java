package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;
import weightroom.ui.explain.ExplainModel.Side;

class CardLayoutTest {
    private static final CardEms EMS = new CardEms(8.5, 5, 2.5, 4.5, 4.5, 4, 1.5, 4, 5, 6, 4.5, 4.5);
    private static final String PLANE = "\"source\": \"xor\"";

    private static Pass pass(String data, String loss, String... layers) {
        String network = Arrays.stream(layers)
                .map(layer -> layer.split(" "))
                .map(parts -> "{\"units\": %s, \"activation\": \"%s\"}".formatted(parts[0], parts[1]))
                .collect(Collectors.joining(", "));
        String text = "{\"weightroom\": 1, \"seed\": 3, \"data\": {%s}, \"network\": {\"layers\": [%s]}, "
                        .formatted(data, network)
                + "\"training\": {\"loss\": \"%s\", \"optimizer\": {\"id\": \"sgd\", \"learning-rate\": 0.1}}}"
                        .formatted(loss);
        Subject subject = Subject.fresh(Setup.of(ExperimentReader.parse("test.json", text), Path.of("")));
        return Pass.of(subject, Sample.row(subject, 1), false);
    }

    /** As it is written: {@code 2-8-8-1}. */
    private static Pass network(String shape) {
        return switch (shape) {
            case "1-1" -> pass(PLANE + ", \"features\": [\"x1\"]", "mse", "1 sigmoid");
            case "2-2-1" -> pass(PLANE, "mse", "2 tanh", "1 sigmoid");
            case "3-4-1" -> pass(PLANE + ", \"features\": [\"x1\", \"x2\", \"x1*x2\"]", "mse", "4 tanh", "1 sigmoid");
            case "2-8-8-1" -> pass(PLANE, "mse", "8 tanh", "8 tanh", "1 sigmoid");
            case "2-4-4-4-1" -> pass(PLANE, "mse", "4 tanh", "4 tanh", "4 tanh", "1 sigmoid");
            case "4-10-3" -> pass("\"source\": \"iris\"", "categorical-cross-entropy", "10 tanh", "3 softmax");
            case "2-128-64-1" -> pass(PLANE, "mse", "128 relu", "64 tanh", "1 sigmoid");
            case "64-128-10" -> pass("\"source\": \"digits\"", "categorical-cross-entropy", "128 relu", "10 softmax");
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private static NetworkCards cards(Pass pass, Quantity selected, Side side) {
        return NetworkCards.of(pass, CardPath.of(pass, selected, 0), side, false);
    }

    private static CardLayout layout(String shape, double width, double height) {
        NetworkCards cards = cards(network(shape), Quantity.weight(0, 0, 0), Side.BOTH);
        return CardLayout.of(cards, EMS, width, height, true, cards.wires());
    }

    private static List<Box> boxes(CardLayout layout) {
        List<Box> boxes = new ArrayList<>();
        for (Placed placed : layout.cards()) {
            boxes.add(placed.box());
            placed.own().ifPresent(boxes::add);
        }
        layout.wires().forEach(wired -> wired.label().ifPresent(boxes::add));
        return boxes;
    }

    private static void assertThatNothingOverlaps(CardLayout layout) {
        List<Box> boxes = boxes(layout);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.y()).isGreaterThanOrEqualTo(0);
            assertThat(box.right()).isLessThanOrEqualTo(layout.width());
            assertThat(box.bottom()).isLessThanOrEqualTo(layout.height());
            for (int k = 0; k < i; k++) {
                assertThat(box.near(boxes.get(k), 1))
                        .as("%s and %s", box, boxes.get(k))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1-1, 984, 640",
        "1-1, 860, 560",
        "1-1, 620, 290",
        "2-2-1, 984, 640",
        "2-2-1, 860, 560",
        "2-2-1, 620, 290",
        "3-4-1, 860, 560",
        "3-4-1, 830, 430",
        "3-4-1, 620, 290",
        "2-8-8-1, 860, 560",
        "2-8-8-1, 830, 430",
        "2-8-8-1, 620, 290",
        "2-4-4-4-1, 860, 560",
        "2-4-4-4-1, 620, 290",
        "4-10-3, 860, 560",
        "4-10-3, 620, 290",
        "2-128-64-1, 860, 560",
        "2-128-64-1, 620, 290",
        "64-128-10, 860, 560",
        "64-128-10, 620, 290"
    })
    void noCardOrLabelTouchesAnother(String shape, double width, double height) {
        CardLayout layout = layout(shape, width, height);

        assertThatNothingOverlaps(layout);
        assertThat(layout.width()).isGreaterThanOrEqualTo(width);
        assertThat(layout.sizes().form().type()).isGreaterThanOrEqualTo(11);
        assertThat(layout.sizes().form().smallType()).isGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1", "2-2-1", "3-4-1"})
    void smallNetworksHaveALabelOnEveryLinkAndNeedNoMoreRoomThanThereIs(String shape) {
        CardLayout layout = layout(shape, 860, 560);

        assertThat(layout.complete()).isTrue();
        assertThat(layout.wires()).allMatch(wired -> wired.label().isPresent());
        assertThat(layout.width()).isEqualTo(860);
        assertThat(layout.height()).isEqualTo(560);
    }

    @Test
    void twoHiddenUnitsAreDrawnInFullWithTheirBiasesHangingOnThem() {
        CardLayout layout = layout("2-2-1", 984, 640);

        assertThat(layout.sizes().form()).isEqualTo(CardForm.FULL);
        assertThat(layout.cards().stream().filter(placed -> placed.own().isPresent()))
                .hasSize(3);
    }

    @Test
    void whereLabelsFindNoRoomThoseAskedForFirstHaveThem() {
        NetworkCards cards = cards(network("2-8-8-1"), Quantity.weight(0, 0, 0), Side.BOTH);
        List<Spot.Wire> first = List.of(new Spot.Wire(0, 3, 1), new Spot.Wire(1, 5, 3), new Spot.Wire(2, 0, 5));
        CardLayout layout = CardLayout.of(cards, EMS, 830, 430, true, first);

        assertThat(layout.complete()).isFalse();
        assertThat(layout.wires()).hasSize(88);
        assertThat(layout.wires().stream()
                        .filter(wired -> wired.label().isPresent())
                        .map(Wired::wire))
                .containsAll(first);
        List<Spot.Wire> others = List.of(new Spot.Wire(0, 7, 0), new Spot.Wire(1, 0, 7), new Spot.Wire(2, 0, 0));
        CardLayout again = layout.withLabels(others);
        assertThat(again.wires().stream()
                        .filter(wired -> wired.label().isPresent())
                        .map(Wired::wire))
                .containsAll(others);
        assertThatNothingOverlaps(again);
    }

    @Test
    void aLargeNetworkShowsThePathAndOneCardForTheRestOfEachLayer() {
        NetworkCards cards = cards(network("64-128-10"), Quantity.weight(0, 17, 30), Side.BOTH);

        assertThat(cards.columns().get(0))
                .extracting(Card::spot)
                .containsExactly(new Spot.Input(30), new Spot.Rest(-1));
        assertThat(cards.columns().get(1))
                .extracting(Card::spot)
                .containsExactly(new Spot.Unit(0, 17), new Spot.Rest(0));
        assertThat(cards.columns().get(2)).hasSize(2);
        assertThat(cards.wires()).hasSize(2).contains(new Spot.Wire(0, 17, 30));
    }

    @Test
    void onTheWayForwardOnlyCardsCarryNoGradients() {
        NetworkCards cards = cards(network("2-2-1"), Quantity.weight(0, 0, 0), Side.FORWARD);
        NetworkCards back = cards(network("2-2-1"), Quantity.weight(0, 0, 0), Side.BACKWARD);

        assertThat(cards.columns().stream().flatMap(List::stream).flatMap(Card::all))
                .noneMatch(number -> number.kind().gradient());
        assertThat(back.columns().get(1).stream().flatMap(Card::all))
                .noneMatch(number -> number.kind() == Quantity.Kind.ACTIVATION);
    }
}
