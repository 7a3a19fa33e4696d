package weightroom.ui.explain;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.kit.Messages;

/** Measures the texts of cards. Numbers of later phases count as well, so that no card grows when they appear. */
final class CardMeasure {
    /** Widths are rounded up to multiples of this. */
    private static final double GRAIN = 0.25;

    private static final List<String> USUAL =
            List.of("\u22120.0000", "0.000\u00b710\u207b\u2070", "\u22120.000\u00b710\u207b\u2070");

    private final TypeRuler regular = new TypeRuler(TypeRuler.REGULAR);
    private final TypeRuler strong = new TypeRuler(TypeRuler.STRONG);

    CardEms of(NetworkCards cards, CardWords words, boolean derivatives) {
        List<Card> all = cards.columns().stream().flatMap(List::stream).toList();
        List<Quantity> units = numbers(all, Spot.Unit.class::isInstance);
        List<Quantity> inputs = numbers(all, Spot.Input.class::isInstance);
        List<Quantity> loss = numbers(all, Spot.Loss.class::isInstance);
        List<Quantity> wires = Stream.concat(
                        cards.wires().stream()
                                .map(wire -> Quantity.weight(wire.layer(), wire.unit(), wire.input()))
                                .flatMap(weight ->
                                        derivatives ? Stream.of(weight, weight.as(Kind.D_WEIGHT)) : Stream.of(weight)),
                        units.stream().filter(number -> isOwn(number.kind())))
                .toList();
        double title = all.stream()
                .filter(card -> card.spot() instanceof Spot.Unit)
                .mapToDouble(card -> heading(card, words))
                .max()
                .orElse(0);
        double inputTitle = all.stream()
                .filter(card -> card.spot() instanceof Spot.Input)
                .mapToDouble(card -> heading(card, words))
                .max()
                .orElse(0);
        double raw = inputs.stream().anyMatch(number -> number.kind() == Kind.RAW)
                ? regular.width(Messages.text("explain.raw"))
                : 0;
        double rowName = Math.max(
                raw, names(inputs.stream().filter(n -> n.kind() == Kind.INPUT).toList(), words));
        return new CardEms(
                coarse(title),
                names(units.stream().filter(number -> !isOwn(number.kind())).toList(), words),
                names(units.stream().filter(number -> !number.kind().gradient()).toList(), words),
                values(
                        units.stream()
                                .filter(number -> !number.kind().gradient())
                                .toList(),
                        words),
                values(units.stream().filter(number -> number.kind().gradient()).toList(), words),
                coarse(inputTitle + 0.5),
                coarse(rowName),
                values(inputs, words),
                coarse(all.stream()
                        .filter(card -> card.spot() instanceof Spot.Loss)
                        .mapToDouble(card -> heading(card, words))
                        .max()
                        .orElse(0)),
                names(loss, words) + values(loss, words),
                names(wires, words),
                values(wires, words));
    }

    private static List<Quantity> numbers(List<Card> cards, Predicate<Spot> whose) {
        return cards.stream()
                .filter(card -> whose.test(card.spot()))
                .flatMap(Card::all)
                .toList();
    }

    private static boolean isOwn(Kind kind) {
        return switch (kind) {
            case BIAS, D_BIAS, GAMMA, D_GAMMA, BETA, D_BETA, ALPHA, D_ALPHA -> true;
            default -> false;
        };
    }

    private double heading(Card card, CardWords words) {
        return strong.width(words.title(card.spot())) + regular.width(words.subtitle(card.spot()));
    }

    private double names(List<Quantity> numbers, CardWords words) {
        return coarse(numbers.stream()
                .mapToDouble(number -> regular.width(words.name(number)))
                .max()
                .orElse(0));
    }

    /** Only few widths, so that other numbers seldom move the cards. */
    private double values(List<Quantity> numbers, CardWords words) {
        double widest = 0;
        for (Quantity number : numbers) {
            widest = Math.max(widest, strong.width(words.number(number)));
        }
        for (String usual : USUAL) {
            if (widest <= strong.width(usual)) {
                return coarse(strong.width(usual));
            }
        }
        return coarse(widest);
    }

    private static double coarse(double width) {
        return Math.ceil(width / GRAIN) * GRAIN;
    }
}
