package weightroom.ui.explain;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;
import weightroom.ui.kit.Messages;

/** Draws the cards with their numbers, and the labels of the links. */
final class CardPainter {
    private static final double RADIUS = 8;
    private static final double LABEL_RADIUS = 6;

    private final CardPen pen;
    private final CardPicture picture;
    private final CardForm form;
    private final CardSizes sizes;

    CardPainter(GraphicsContext g, CardCanvas canvas, CardPicture picture) {
        this.picture = picture;
        pen = new CardPen(g, canvas);
        sizes = picture.layout().sizes();
        form = sizes.form();
    }

    void draw() {
        for (Placed placed : picture.layout().cards()) {
            placed.own().ifPresent(box -> own(placed.card(), box));
            card(placed);
        }
        for (Wired wired : picture.layout().wires()) {
            wired.label().ifPresent(box -> label(wired, box));
        }
        if (form.head() == 0) {
            names();
        }
    }

    /** What the columns are, where their cards do not say it. */
    private void names() {
        for (int c = 1; c < picture.cards().columns().size() - 1; c++) {
            int column = c;
            picture.layout().cards().stream()
                    .filter(placed -> placed.column() == column)
                    .findFirst()
                    .ifPresent(placed -> columnName(column, placed));
        }
    }

    private void columnName(int column, Placed placed) {
        Box box = placed.box();
        String name = Messages.text(
                "explain.layer", column, picture.words().subtitle(placed.card().spot()));
        pen.left(name, box.x(), 10, CardForm.LEAST_TYPE, true, CardInk.MUTED);
        if (picture.layout().derivatives()) {
            pen.right("∂L/∂…", box.right() - form.padding(), 10, CardForm.LEAST_TYPE, false, CardInk.BACKWARD);
        }
    }

    private void card(Placed placed) {
        Box box = placed.box();
        Spot spot = placed.card().spot();
        boolean outlined = picture.onPath(spot);
        pen.box(box, RADIUS, pen.ink(CardInk.CARD), border(spot, outlined), outlined ? 2 : 1);
        if (spot instanceof Spot.Rest rest) {
            rest(placed.card(), box, rest);
        } else if (spot instanceof Spot.Input) {
            head(box, spot, form.head());
            input(placed.card(), box);
        } else if (spot instanceof Spot.Loss) {
            head(box, spot, sizes.head(placed.card()));
            loss(placed.card(), box);
        } else {
            head(box, spot, form.head());
            rows(placed.card(), box);
        }
        focus(spot, box, RADIUS);
    }

    private Color border(Spot spot, boolean outlined) {
        if (outlined) {
            return pen.ink(CardInk.BACKWARD);
        }
        boolean hovered = picture.hovered().filter(spot::equals).isPresent();
        return pen.ink(hovered ? CardInk.MUTED : CardInk.BORDER);
    }

    private void focus(Spot spot, Box box, double radius) {
        if (picture.focused().filter(spot::equals).isPresent()) {
            pen.focus(box, radius);
        }
    }

    private void head(Box box, Spot spot, double height) {
        if (height == 0) {
            return;
        }
        double y = box.y() + height / 2 + 0.5;
        double size = form.smallType();
        pen.left(picture.words().title(spot), box.x() + form.padding(), y, size, true, CardInk.TEXT);
        boolean table =
                form.table() && spot instanceof Spot.Unit && picture.layout().derivatives();
        if (table) {
            pen.right("∂L/∂…", box.right() - form.padding(), y, CardForm.LEAST_TYPE, false, CardInk.BACKWARD);
        } else {
            String beside = picture.words().subtitle(spot);
            pen.right(
                    beside,
                    box.right() - form.padding(),
                    y,
                    Math.max(CardForm.LEAST_TYPE, size - 1),
                    false,
                    CardInk.MUTED);
        }
        pen.rule(box.x() + 1, box.y() + height, box.right() - 1);
    }

    private void input(Card card, Box box) {
        boolean alone = card.forward().size() == 1 && form.head() > 0;
        for (CardRow row : CardRow.of(card, box, sizes)) {
            Quantity number = row.numbers().get(0);
            boolean raw = number.kind() == Kind.RAW;
            mark(row, box);
            if (!alone) {
                String name =
                        raw ? Messages.text("explain.raw") : picture.words().name(number);
                pen.left(name, box.x() + form.padding(), row.y(), form.type(), false, CardInk.TEXT);
            }
            double size = alone ? form.type() + CardSizes.INPUT_TYPE : form.type();
            CardInk ink = raw ? CardInk.TEXT : CardInk.FORWARD;
            pen.right(picture.number(number), box.right() - form.padding(), row.y(), size, !raw, ink);
        }
    }

    private void loss(Card card, Box box) {
        for (CardRow row : CardRow.of(card, box, sizes)) {
            Quantity number = row.numbers().get(0);
            boolean loss = number.kind() == Kind.LOSS;
            CardInk ink = loss ? CardInk.FORWARD : CardInk.TEXT;
            mark(row, box);
            pen.left(picture.words().name(number), box.x() + form.padding(), row.y(), form.type(), loss, ink);
            pen.right(picture.number(number), box.right() - form.padding(), row.y(), form.type(), true, ink);
        }
    }

    /** What is chosen stands on a ground of its own. */
    private void mark(CardRow row, Box box) {
        if (row.numbers().stream().anyMatch(picture::chosen)) {
            double height = form.row() - 1;
            pen.tint(new Box(box.x() + 3, row.y() - height / 2, box.width() - 6, height), CardInk.CHOSEN);
        }
    }

    private void rest(Card card, Box box, Spot.Rest rest) {
        double head = sizes.head(card);
        String key = rest.layer() < 0 ? "explain.rest.inputs" : "explain.rest";
        String title = Messages.text(key, picture.words().restCount(rest));
        pen.left(title, box.x() + form.padding(), box.y() + head / 2, form.smallType(), true, CardInk.TEXT);
        pen.rule(box.x() + 1, box.y() + head, box.right() - 1);
        double y = box.y() + head + form.foot() + form.row() / 2;
        String product = rest.layer() < 0 ? "Σ w·x" : "Σ w·a";
        if (picture.words().hasForwardSum(rest)) {
            pen.left(product, box.x() + form.padding(), y, form.type(), false, CardInk.FORWARD);
            boolean known = picture.known().test(picture.words().restNumber(rest));
            String sum = known ? CardWords.number(picture.words().forwardSum(rest, picture.path())) : CardWords.UNKNOWN;
            pen.right(sum, box.right() - form.padding(), y, form.type(), true, CardInk.FORWARD);
            y += form.row();
        }
        if (rest.layer() > 0 && picture.layout().derivatives()) {
            pen.left("Σ w·∂L/∂z", box.x() + form.padding(), y, form.type(), false, CardInk.BACKWARD);
            Quantity slope = Quantity.unit(Kind.D_SUM, rest.layer(), 0);
            boolean known = picture.known().test(slope);
            String sum =
                    known ? CardWords.number(picture.words().backwardSum(rest, picture.path())) : CardWords.UNKNOWN;
            pen.right(sum, box.right() - form.padding(), y, form.type(), true, CardInk.BACKWARD);
        }
    }

    private void rows(Card card, Box box) {
        double left = box.x() + form.padding();
        double right = box.right() - form.padding();
        boolean table = form.table() && picture.layout().derivatives();
        for (CardRow row : CardRow.of(card, box, sizes)) {
            Quantity first = picture.shown(row.numbers().get(0));
            if (row.ruled()) {
                pen.rule(left - 3, row.y() - form.row() / 2 - form.rule() / 2, right + 3);
            }
            mark(row, box);
            CardInk ink = ink(first);
            double column = table && !first.kind().gradient() ? right - sizes.slopeWidth() : right;
            pen.left(picture.words().name(first), left, row.y(), form.type(), false, ink);
            pen.right(picture.number(first), column, row.y(), form.type(), true, ink);
            if (row.numbers().size() > 1) {
                Quantity second = picture.shown(row.numbers().get(1));
                pen.right(picture.number(second), right, row.y(), form.type(), true, ink(second));
            }
        }
    }

    private static CardInk ink(Quantity number) {
        if (number.kind().gradient()) {
            return CardInk.BACKWARD;
        }
        if (number.kind() != number.kind().plain()) {
            return CardInk.ACCENT;
        }
        return number.kind().parameter() || number.kind() == Kind.TARGET ? CardInk.TEXT : CardInk.FORWARD;
    }

    private void own(Card card, Box box) {
        Spot.Unit unit = (Spot.Unit) card.spot();
        Spot spot = new Spot.Own(unit.layer(), unit.unit());
        numbers(spot, box, card.own(), form.smallType(), form.labelRow(), true);
    }

    private void label(Wired wired, Box box) {
        Spot.Wire wire = wired.wire();
        Quantity weight = Quantity.weight(wire.layer(), wire.unit(), wire.input());
        List<Quantity> numbers =
                picture.layout().derivatives() ? List.of(weight, weight.as(Kind.D_WEIGHT)) : List.of(weight);
        switch (picture.layout().labels()) {
            case NAMED -> numbers(wire, box, numbers, form.smallType(), form.labelRow(), true);
            case TIGHT -> numbers(wire, box, numbers, CardForm.LEAST_TYPE, CardForm.LEAST_TYPE + 3, true);
            case NARROW -> numbers(wire, box, numbers, CardForm.LEAST_TYPE, CardForm.LEAST_TYPE + 3, false);
            case LINE -> line(wire, box, numbers);
        }
    }

    private void frame(Spot spot, Box box, List<Quantity> numbers) {
        boolean chosen = numbers.stream().anyMatch(picture::chosen);
        pen.box(
                box,
                LABEL_RADIUS,
                pen.ink(chosen ? CardInk.CHOSEN : CardInk.CARD),
                border(spot, chosen),
                chosen ? 2 : 1);
        focus(spot, box, LABEL_RADIUS);
    }

    private void line(Spot spot, Box box, List<Quantity> numbers) {
        frame(spot, box, numbers);
        double left = box.x() + CardSizes.LABEL_PADDING;
        pen.left(picture.number(numbers.get(0)), left, box.centerY(), CardForm.LEAST_TYPE, true, CardInk.TEXT);
        if (numbers.size() > 1) {
            double right = box.right() - CardSizes.LABEL_PADDING;
            Quantity second = picture.shown(numbers.get(1));
            pen.right(picture.number(second), right, box.centerY(), CardForm.LEAST_TYPE, false, ink(second));
        }
    }

    private void numbers(Spot spot, Box box, List<Quantity> numbers, double type, double row, boolean named) {
        frame(spot, box, numbers);
        double y = box.centerY() - (numbers.size() - 1) * row / 2;
        for (Quantity place : numbers) {
            Quantity number = picture.shown(place);
            CardInk ink = ink(number);
            boolean strong = place.kind().parameter();
            if (named) {
                pen.left(picture.words().name(number), box.x() + CardSizes.LABEL_PADDING, y, type, false, ink);
            }
            pen.right(picture.number(number), box.right() - CardSizes.LABEL_PADDING, y, type, strong, ink);
            y += row;
        }
    }
}
