package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.explain.Quantity;

/**
 * A row of numbers on a card.
 *
 * @param numbers one, or in a table one and ∂L by it
 * @param y of its middle
 * @param ruled whether a line stands above it
 */
record CardRow(List<Quantity> numbers, double y, boolean ruled) {
    /** The rows of a card that stands somewhere. */
    static List<CardRow> of(Card card, Box box, CardSizes sizes) {
        CardForm form = sizes.form();
        if (card.spot() instanceof Spot.Input) {
            return inputs(card, box, form);
        }
        double head = sizes.head(card);
        double y = box.y() + head + form.foot() + form.row() / 2;
        List<CardRow> rows = new ArrayList<>();
        boolean back = card.forward().isEmpty() || form.table();
        for (List<Quantity> numbers : sizes.rows(card)) {
            boolean ruled = !back && numbers.get(0).kind().gradient();
            y += ruled ? form.rule() : 0;
            rows.add(new CardRow(numbers, y, ruled));
            back |= ruled;
            y += form.row();
        }
        return rows;
    }

    private static List<CardRow> inputs(Card card, Box box, CardForm form) {
        double y = box.y() + form.head() + (box.height() - form.head()) / 2;
        y -= (card.forward().size() - 1) * form.row() / 2;
        List<CardRow> rows = new ArrayList<>();
        for (Quantity number : card.forward()) {
            rows.add(new CardRow(List.of(number), y, false));
            y += form.row();
        }
        return rows;
    }
}
