package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;
import weightroom.ui.explain.CardSizes.LabelForm;

/** The cards in columns, and how much room they need. */
record CardPlaces(NetworkCards network, CardSizes sizes, LabelForm label, boolean derivatives, boolean stacked) {
    /** Between the widest links and the narrowest room for them. */
    private static final double LEAST_GAP = 30;

    private static final double MARGIN = 12;
    private static final double LOSS_GAP = 44;
    private static final double STACKED_GAP = 26;
    private static final double WIDEST_GAP = 260;
    /** Between the places where links come in. */
    private static final double APART = 14;

    /** So that few cards on a large screen do not stand too far from each other. */
    private static final double FARTHEST = 170;

    private CardForm form() {
        return sizes.form();
    }

    boolean fits(double width, double height) {
        return width() <= width && height() <= height;
    }

    double width() {
        double width = 2 * MARGIN;
        for (int c = 0; c < columns(); c++) {
            width += columnWidth(c);
        }
        return width + layers() * gap() + (stacked ? 0 : lossGap());
    }

    private int layers() {
        return network.columns().size() - 2;
    }

    /** Columns beside each other; the loss below the output is none of its own. */
    private int columns() {
        return network.columns().size() - (stacked ? 1 : 0);
    }

    private Card loss() {
        return network.columns().get(layers() + 1).get(0);
    }

    /** Room below the output that the loss takes. */
    private double below(int column) {
        return stacked && column == layers() ? STACKED_GAP + sizes.height(loss()) : 0;
    }

    double height() {
        double most = 0;
        for (int c = 0; c < columns(); c++) {
            List<Card> column = network.columns().get(c);
            double height = (column.size() - 1) * form().gap() + below(c);
            for (Card card : column) {
                height += block(card);
            }
            most = Math.max(most, height);
        }
        return most + form().top() + MARGIN / 2;
    }

    private double gap() {
        return Math.max(LEAST_GAP, sizes.labelWidth(label) + 2 * LabelSearch.GAP + 2 + form().air());
    }

    private double lossGap() {
        return form() == CardForm.FULL ? LOSS_GAP : LEAST_GAP;
    }

    private double columnWidth(int c) {
        double units = network.columns().get(c).stream()
                .mapToDouble(this::blockWidth)
                .max()
                .orElse(0);
        return below(c) > 0 ? Math.max(units, sizes.width(loss())) : units;
    }

    private double blockWidth(Card card) {
        return sizes.hangs(card) ? Math.max(sizes.width(card), sizes.ownWidth()) : sizes.width(card);
    }

    /** Height of a card with what hangs on it. */
    private double block(Card card) {
        return sizes.height(card) + hang(card);
    }

    private double hang(Card card) {
        return sizes.hangs(card) ? sizes.ownHeight(card) + form().stalk() : 0;
    }

    CardLayout layout(double width, double height) {
        double[] gaps = gaps(width - width());
        double used = width();
        for (int c = 0; c < layers(); c++) {
            used += gaps[c] - gap();
        }
        double x = (width - used) / 2 + MARGIN;
        double tallest = network.columns().stream()
                .flatMap(List::stream)
                .mapToDouble(this::block)
                .max()
                .orElse(0);
        List<Placed> placed = new ArrayList<>();
        for (int c = 0; c < columns(); c++) {
            List<Card> column = network.columns().get(c);
            double all = height - form().top() - MARGIN / 2 - below(c);
            double room = Math.min(all, column.size() * (tallest + FARTHEST));
            double top = form().top() + (all - room) / 2;
            placed.addAll(column(c, column, x, top, room));
            if (below(c) > 0) {
                placed.add(stackedLoss(placed.get(placed.size() - 1)));
            }
            x += columnWidth(c) + gaps[c];
        }
        return new CardLayout(sizes, label, derivatives, placed, wires(placed), false, width, height, List.of());
    }

    private Placed stackedLoss(Placed output) {
        double width = sizes.width(loss());
        double bottom =
                Math.max(output.box().bottom(), output.own().map(Box::bottom).orElse(0.0));
        Box box = new Box(
                Math.round(output.box().centerX() - width / 2),
                Math.round(bottom + STACKED_GAP),
                width,
                sizes.height(loss()));
        return new Placed(loss(), layers() + 1, box, Optional.empty());
    }

    /** Room for links behind each column; the more links the more of what is left. */
    private double[] gaps(double left) {
        double[] shares = new double[layers()];
        double sum = 0;
        for (int c = 0; c < layers(); c++) {
            int layer = c;
            shares[c] = Math.sqrt(1
                    + network.wires().stream()
                            .filter(wire -> wire.layer() == layer)
                            .count());
            sum += shares[c];
        }
        double[] gaps = new double[layers() + 2];
        for (int c = 0; c < layers(); c++) {
            gaps[c] = Math.min(Math.max(WIDEST_GAP, gap()), gap() + left * shares[c] / sum);
        }
        gaps[layers()] = lossGap();
        return gaps;
    }

    private List<Placed> column(int c, List<Card> column, double x, double top, double room) {
        double blocks = column.stream().mapToDouble(this::block).sum();
        double between = Math.max(form().gap(), (room - blocks) / column.size());
        boolean level = column.stream()
                .allMatch(card -> sizes.height(card) + 2 * hang(card) + form().gap() <= room / column.size());
        double wide = columnWidth(c);
        double y = top + (room - blocks - (column.size() - 1) * between) / 2;
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            Card card = column.get(i);
            double width = sizes.width(card);
            double height = sizes.height(card);
            double hang = hang(card);
            boolean above = i < (column.size() + 1) / 2;
            double slot = room / column.size();
            double at = level ? top + (i + 0.5) * slot - height / 2 : y + (above ? hang : 0);
            double left = Math.round(x + (wide - width) / 2);
            Box box = new Box(left, Math.round(at), width, height);
            placed.add(new Placed(card, c, box, hang > 0 ? Optional.of(own(card, box, above)) : Optional.empty()));
            y += height + hang + between;
        }
        return placed;
    }

    private Box own(Card card, Box box, boolean above) {
        double height = sizes.ownHeight(card);
        double width = sizes.ownWidth();
        double y = above ? box.y() - form().stalk() - height : box.bottom() + form().stalk();
        return new Box(Math.round(box.centerX() - width / 2), y, width, height);
    }

    private List<Wired> wires(List<Placed> placed) {
        List<Wired> wires = new ArrayList<>();
        for (Placed to : placed) {
            if (!(to.card().spot() instanceof Spot.Unit unit)) {
                continue;
            }
            List<Placed> before = placed.stream()
                    .filter(card -> card.column() == to.column() - 1)
                    .toList();
            double apart = Math.min(APART, (to.box().height() - 2 * form().padding()) / before.size());
            for (int i = 0; i < before.size(); i++) {
                Spot from = before.get(i).card().spot();
                int input = from instanceof Spot.Input x ? x.index() : from instanceof Spot.Unit u ? u.unit() : -1;
                if (input >= 0) {
                    Box start = before.get(i).box();
                    double y = to.box().centerY() + (i - (before.size() - 1) / 2.0) * apart;
                    Spot.Wire wire = new Spot.Wire(unit.layer(), unit.unit(), input);
                    wires.add(new Wired(
                            wire, start.right(), start.centerY(), to.box().x(), y, Optional.empty()));
                }
            }
        }
        return wires;
    }
}
