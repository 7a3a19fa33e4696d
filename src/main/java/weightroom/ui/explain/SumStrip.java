package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** Below the cards: z and a of one unit written out with numbers, and what the lines mean. */
final class SumStrip extends CardCanvas {
    private static final double TYPE = 12;
    private static final double LINE = 18;
    private static final double HEIGHT = 62;
    private static final double MARGIN = 16;
    private static final double BETWEEN = 24;
    /** No screen has room for more. */
    private static final int MOST_TERMS = 12;

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
        UnitSums sums = new UnitSums(picture.words(), picture.known(), unit);
        List<List<Piece>> lines = new ArrayList<>();
        lines.add(sum(picture, sums, room));
        sums.scaled().ifPresent(scaled -> lines.add(line(picture, scaled)));
        lines.add(line(picture, sums.response()));
        return lines;
    }

    private static List<Piece> line(CardPicture picture, SumLine.Written line) {
        return List.of(
                new Piece(picture.words().name(line.left()), true, CardInk.FORWARD),
                new Piece(" = " + line.how() + " = ", false, CardInk.SOFT),
                new Piece(line.result(), true, CardInk.FORWARD));
    }

    /** With as many terms as there is room for, and one at least. */
    private List<Piece> sum(CardPicture picture, UnitSums sums, double room) {
        int terms = Math.min(sums.inputs(), MOST_TERMS);
        while (terms > 1 && width(line(picture, sums.sketch(terms))) > room) {
            terms--;
        }
        List<Piece> line = line(picture, sums.sum(terms));
        while (terms > 1 && width(line) > room) {
            line = line(picture, sums.sum(--terms));
        }
        return line;
    }

    private double width(List<Piece> line) {
        return line.stream().mapToDouble(this::width).sum();
    }
}
