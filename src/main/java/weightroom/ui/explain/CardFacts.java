package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Loss;
import weightroom.explain.Quantity;
import weightroom.ui.kit.Messages;

/** What is told about a card or a link where the mouse or the keyboard is: every number with all its digits. */
record CardFacts(String title, List<String> lines) {
    CardFacts {
        lines = List.copyOf(lines);
    }

    static CardFacts of(CardPicture picture, Spot spot) {
        CardWords words = picture.words();
        if (spot instanceof Spot.Rest rest) {
            String key = rest.layer() < 0 ? "explain.rest.inputs" : "explain.rest";
            return new CardFacts(
                    Messages.text(key, words.restCount(rest)), List.of(Messages.text("explain.rest.open")));
        }
        List<Quantity> numbers = new ArrayList<>(numbers(picture, spot));
        if (spot instanceof Spot.Wire || spot instanceof Spot.Own) {
            // What becomes of a parameter is told once its update has come.
            numbers(picture, spot).stream()
                    .filter(number -> number.kind().parameter())
                    .map(number -> number.as(number.kind().updated()))
                    .filter(picture.known())
                    .forEach(numbers::add);
        }
        List<String> lines = new ArrayList<>();
        for (Quantity number : numbers) {
            String value = picture.known().test(number)
                    ? CardWords.allDigits(words.value(number))
                    : Messages.text("explain.later");
            lines.add(words.name(number) + " = " + value);
        }
        if (spot instanceof Spot.Loss) {
            Loss loss = words.pass().subject().plan().loss();
            lines.add(0, loss.label() + ": " + loss.formula());
        }
        if (numbers.stream().anyMatch(words::ofAllRows)) {
            lines.add(Messages.text("explain.of.rows", words.pass().sample().n()));
        }
        return new CardFacts(title(words, spot, numbers), lines);
    }

    private static String title(CardWords words, Spot spot, List<Quantity> numbers) {
        boolean parameter = spot instanceof Spot.Wire || spot instanceof Spot.Own;
        return parameter && !numbers.isEmpty()
                ? words.symbols().name(numbers.get(0))
                : spot instanceof Spot.Loss ? words.title(spot) : words.title(spot) + ": " + words.subtitle(spot);
    }

    private static List<Quantity> numbers(CardPicture picture, Spot spot) {
        if (spot instanceof Spot.Wire wire) {
            Quantity weight = Quantity.weight(wire.layer(), wire.unit(), wire.input());
            return List.of(weight, weight.as(Quantity.Kind.D_WEIGHT));
        }
        Spot whose = spot instanceof Spot.Own own ? new Spot.Unit(own.layer(), own.unit()) : spot;
        return picture.layout()
                .card(whose)
                .map(placed -> spot instanceof Spot.Own
                        ? placed.card().own()
                        : placed.card().all().toList())
                .orElse(List.of());
    }

    /** In one line, for screen readers. */
    String spoken() {
        return title + ". " + String.join(", ", lines);
    }
}
