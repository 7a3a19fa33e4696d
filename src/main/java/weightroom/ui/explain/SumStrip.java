package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import weightroom.engine.Layer;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.kit.Messages;

/** Below the cards: z and a of one unit written out with numbers, and what the lines mean. */
final class SumStrip extends CardCanvas {
    private static final double TYPE = 12;
    private static final double LINE = 18;
    private static final double HEIGHT = 62;
    private static final double MARGIN = 16;
    private static final double BETWEEN = 24;

    private final CardState state;
    private final CardLegend legend;
    private final TypeRuler regular = new TypeRuler(TypeRuler.REGULAR);
    private final TypeRuler strong = new TypeRuler(TypeRuler.STRONG);

    /** A part of a line. */
    private record Piece(String text, boolean strong, CardInk ink) {}

    @SuppressWarnings("this-escape")
    SumStrip(CardState state) {
        this.state = state;
        legend = new CardLegend(this);
        setId("explain-sum");
        getStyleClass().add("network-cards");
    }

    /** Three lines of sums, or two above the legend; with batch norm three above it. */
    @Override
    protected double computePrefHeight(double width) {
        boolean normalizes = state.last().isPresent()
                && state.last().get().words().pass().subject().network().hasBatchNorm();
        return normalizes && getWidth() < CardLegend.NARROW ? HEIGHT + LINE : HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        g.setFill(ink(CardInk.GROUND));
        g.fillRect(0, 0, width, height);
        CardPen pen = new CardPen(g, this);
        state.last().ifPresent(picture -> {
            double beside = BETWEEN;
            if (width < CardLegend.NARROW) {
                legend.drawLine(g, picture, MARGIN, width - MARGIN, height - 12);
            } else {
                beside += legend.draw(g, picture, width - MARGIN) + MARGIN;
            }
            double room = width - beside - MARGIN;
            List<List<Piece>> lines =
                    unit(picture).map(unit -> lines(picture, unit, room)).orElse(List.of());
            double y = 12;
            StringBuilder spoken = new StringBuilder();
            for (List<Piece> line : lines) {
                double x = MARGIN;
                for (Piece piece : line) {
                    pen.left(piece.text(), x, y, TYPE, piece.strong(), piece.ink());
                    x += width(piece);
                    spoken.append(piece.text());
                }
                spoken.append(". ");
                y += LINE;
            }
            setAccessibleText(spoken.toString());
        });
    }

    private double width(Piece piece) {
        return TYPE * (piece.strong() ? strong : regular).width(piece.text());
    }

    /** The unit that the mouse or the keyboard is on, or that is explained. */
    private static Optional<Spot.Unit> unit(CardPicture picture) {
        for (Optional<Spot> spot : List.of(picture.hovered(), picture.focused())) {
            Optional<Spot.Unit> unit = spot.flatMap(SumStrip::unit);
            if (unit.isPresent()) {
                return unit;
            }
        }
        CardPath path = picture.path();
        int layer = Math.max(0, Math.min(path.from(), path.units().length - 1));
        return Optional.of(new Spot.Unit(layer, path.at(layer)));
    }

    private static Optional<Spot.Unit> unit(Spot spot) {
        if (spot instanceof Spot.Unit unit) {
            return Optional.of(unit);
        }
        if (spot instanceof Spot.Own own) {
            return Optional.of(new Spot.Unit(own.layer(), own.unit()));
        }
        return spot instanceof Spot.Wire wire
                ? Optional.of(new Spot.Unit(wire.layer(), wire.unit()))
                : Optional.empty();
    }

    private List<List<Piece>> lines(CardPicture picture, Spot.Unit unit, double room) {
        Pass pass = picture.words().pass();
        Layer layer = pass.subject().network().layers().get(unit.layer());
        List<List<Piece>> lines = new ArrayList<>();
        Quantity sum = Quantity.unit(layer.batchNorm() ? Kind.LINEAR : Kind.SUM, unit.layer(), unit.unit());
        lines.add(sum(picture, sum, layer.batchNorm(), room));
        Quantity z = sum.as(Kind.SUM);
        if (layer.batchNorm()) {
            String gamma = factor(picture, sum.as(Kind.GAMMA));
            String scaled = gamma + " × " + factor(picture, sum.as(Kind.NORMALIZED));
            lines.add(line(picture, z, scaled + " + " + factor(picture, sum.as(Kind.BETA))));
        }
        boolean masked = pass.dropout() && layer.dropout() > 0;
        String made = picture.words().subtitle(unit) + "(" + picture.number(z) + ")";
        lines.add(line(picture, sum.as(masked ? Kind.RESPONSE : Kind.ACTIVATION), made));
        return lines;
    }

    private static List<Piece> line(CardPicture picture, Quantity number, String how) {
        return List.of(
                new Piece(picture.words().name(number), true, CardInk.FORWARD),
                new Piece(" = " + how + " = ", false, CardInk.SOFT),
                new Piece(picture.number(number), true, CardInk.FORWARD));
    }

    /** Σ w·x + b, as many terms as there is room for. */
    private List<Piece> sum(CardPicture picture, Quantity z, boolean withoutBias, double room) {
        Pass pass = picture.words().pass();
        int inputs = pass.subject().network().fanIn(z.layer());
        String bias = withoutBias ? "" : " + " + factor(picture, z.as(Kind.BIAS));
        double used = line(picture, z, bias).stream().mapToDouble(this::width).sum();
        StringBuilder terms = new StringBuilder();
        for (int i = 0; i < inputs; i++) {
            String term = (i == 0 ? "" : " + ") + product(picture, z, i);
            String more = i == inputs - 1 ? "" : " + " + Messages.text("explain.more", inputs - i - 1);
            double width = TYPE * regular.width(terms + term + more);
            if (i > 0 && used + width > room) {
                terms.append(" + ").append(Messages.text("explain.more", inputs - i));
                break;
            }
            terms.append(term);
        }
        return line(picture, z, terms + bias);
    }

    private static String product(CardPicture picture, Quantity z, int input) {
        Quantity received =
                z.layer() == 0 ? Quantity.input(input) : Quantity.unit(Kind.ACTIVATION, z.layer() - 1, input);
        Quantity weight = Quantity.weight(z.layer(), z.unit(), input);
        return factor(picture, weight) + " × " + factor(picture, received);
    }

    private static String factor(CardPicture picture, Quantity number) {
        String text = picture.number(number);
        return text.startsWith("\u2212") ? "(" + text + ")" : text;
    }
}
