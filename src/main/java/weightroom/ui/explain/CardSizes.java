package weightroom.ui.explain;

import java.util.List;
import weightroom.explain.Quantity;

/** How large the cards and labels of one form are. */
record CardSizes(CardForm form, CardEms ems) {
    private static final double BETWEEN = 14;
    private static final double BETWEEN_SMALL = 9;
    private static final double BETWEEN_TIGHT = 6;
    /** The number of an input is what goes in: larger than the others. */
    static final double INPUT_TYPE = 2;

    /** The margin of a label on each side. */
    static final double LABEL_PADDING = 6;

    private double between() {
        return switch (form) {
            case FULL -> BETWEEN;
            case MINI -> BETWEEN_TIGHT;
            default -> BETWEEN_SMALL;
        };
    }

    double unitWidth() {
        double type = form.type();
        double between = between();
        double rows = form.table()
                ? type * (ems.symbol() + ems.value() + ems.slope()) + 2 * between
                : type * (ems.name() + Math.max(ems.value(), ems.slope())) + between;
        double head = form.head() > 0 ? form.smallType() * ems.title() + between : 0;
        return Math.ceil(2 * form.padding() + Math.max(rows, head));
    }

    /** In a table, the room for ∂L by a number. */
    double slopeWidth() {
        return form.type() * ems.slope() + between();
    }

    double inputWidth(int rows) {
        double value = (form.type() + INPUT_TYPE) * ems.inputValue();
        double inRow = rows > 1 || form == CardForm.MINI
                ? form.type() * (ems.inputName() + ems.inputValue()) + BETWEEN_SMALL
                : 0;
        double head = form.head() > 0 ? form.smallType() * ems.inputTitle() : 0;
        return Math.ceil(2 * form.padding() + Math.max(Math.max(value, inRow), head));
    }

    double lossWidth() {
        double head = form.smallType() * ems.lossTitle() + BETWEEN_SMALL;
        return Math.ceil(2 * form.padding() + Math.max(head, form.type() * ems.loss() + BETWEEN_SMALL));
    }

    double width(Card card) {
        if (card.spot() instanceof Spot.Input) {
            return inputWidth(card.forward().size());
        }
        if (card.spot() instanceof Spot.Rest rest && rest.layer() < 0) {
            return Math.max(inputWidth(1), restWidth());
        }
        return card.spot() instanceof Spot.Loss ? lossWidth() : unitWidth();
    }

    private double restWidth() {
        return Math.ceil(2 * form.padding() + form.smallType() * Math.max(8.5, 3 + ems.value() + 1));
    }

    /** The rows of a card: a number each, in a table a number and ∂L by it. */
    List<List<Quantity>> rows(Card card) {
        return form.table() && card.spot() instanceof Spot.Unit
                ? card.pairs()
                : card.all()
                        .filter(number -> !card.own().contains(number))
                        .map(List::of)
                        .toList();
    }

    /** Height of the part with the name; what has no number to be told by always has one. */
    double head(Card card) {
        boolean named = card.spot() instanceof Spot.Loss || card.spot() instanceof Spot.Rest;
        return named ? Math.max(form.head(), form.row() + 4) : form.head();
    }

    double height(Card card) {
        double head = head(card);
        if (card.spot() instanceof Spot.Rest) {
            return Math.ceil(head + 2 * form.row() + 2 * form.foot());
        }
        int rows = rows(card).size();
        boolean both =
                !form.table() && !card.forward().isEmpty() && !card.backward().isEmpty();
        double input = card.spot() instanceof Spot.Input ? 4 : 0;
        return Math.ceil(head + form.foot() + rows * form.row() + (both ? form.rule() : 0) + form.foot() + input);
    }

    /** Whether the unit's own parameters hang on its card. */
    boolean hangs(Card card) {
        return !form.table() && !card.own().isEmpty();
    }

    double ownWidth() {
        return labelWidth(LabelForm.NAMED);
    }

    double ownHeight(Card card) {
        return Math.ceil(card.own().size() * form.labelRow() + 8);
    }

    double labelWidth(LabelForm label) {
        double type = label == LabelForm.NAMED ? form.smallType() : CardForm.LEAST_TYPE;
        double beside = type
                * switch (label) {
                    case NAMED, TIGHT -> ems.wireName();
                    case NARROW -> 0;
                    case LINE -> ems.wireValue();
                };
        double between = label == LabelForm.NARROW ? 0 : BETWEEN_SMALL;
        return Math.ceil(2 * LABEL_PADDING + beside + between + type * ems.wireValue());
    }

    double labelHeight(LabelForm label, boolean derivatives) {
        double row = label == LabelForm.NAMED ? form.labelRow() : CardForm.LEAST_TYPE + 3;
        return Math.ceil((derivatives && label != LabelForm.LINE ? 2 : 1) * row + (label == LabelForm.NAMED ? 8 : 4));
    }

    /** What the label of a weight says: its name too, or only the numbers. */
    enum LabelForm {
        NAMED,
        /** The same in the smallest type. */
        TIGHT,
        /** Only the numbers, one above the other. */
        NARROW,
        /** Only the numbers, side by side. */
        LINE;

        /** Whether the weight's name stands beside it. */
        boolean named() {
            return this == NAMED || this == TIGHT;
        }
    }
}
