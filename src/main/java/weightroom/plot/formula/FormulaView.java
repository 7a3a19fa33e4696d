package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;
import weightroom.formula.Formula;
import weightroom.formula.Tint;

/**
 * A formula, as large as the text around. Style classes: {@code formula} on the whole, {@code formula-ink} on letters, bars
 * and filled signs, which take {@code -fx-fill}, {@code formula-line} on lines, which take {@code -fx-stroke}; a coloured
 * part has the id of its {@link Tint} as well. Its baseline is that of the letters, so that it stands rightly in a line of
 * text.
 */
public final class FormulaView extends Region {
    /** In em, of a formula on several lines. */
    private static final double BETWEEN_LINES = 0.45;

    private final Formula formula;
    private final Box box;
    private final List<Node> nodes = new ArrayList<>();
    /** Knows the font size that style sheets give to text in this place. */
    private final Text probe = new Text();

    private double shrink = 1;

    private FormulaView(Formula formula, Box box) {
        this.formula = formula;
        this.box = box;
        getStyleClass().add("formula");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(formula.spoken());
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        for (Mark mark : box.marks()) {
            Node node = node(mark);
            node.setManaged(false);
            nodes.add(node);
        }
        getChildren().addAll(nodes);
        probe.fontProperty().addListener(change -> fit());
        fit();
    }

    /** To stand in a line of text. */
    public static FormulaView inline(Formula formula) {
        Box box = Setter.set(formula, Style.TEXT);
        // As high as a line of text at least, so that a line of nothing but formulas stands like any other.
        return new FormulaView(
                formula,
                new Box.Pile()
                        .add(box, 0, 0)
                        .reach(0, Glyphs.ASCENT, Glyphs.DESCENT)
                        .box(box.lean()));
    }

    /** To stand alone: fractions and sums are larger. */
    public static FormulaView display(Formula formula) {
        return new FormulaView(formula, Setter.set(formula, Style.DISPLAY));
    }

    /** To stand alone where there is not room for it on one line; empty where it cannot be broken. */
    public static Optional<FormulaView> broken(Formula formula) {
        List<Formula> lines = Pieces.lines(formula);
        if (lines.size() == 1) {
            return Optional.empty();
        }
        Box.Pile pile = new Box.Pile();
        double y = 0;
        for (int i = 0; i < lines.size(); i++) {
            Box box = Setter.set(lines.get(i), Style.DISPLAY);
            y += i == 0 ? 0 : Math.max(box.height(), Glyphs.ASCENT) + BETWEEN_LINES;
            pile.add(box, 0, y);
            y += Math.max(box.depth(), Glyphs.DESCENT);
        }
        return Optional.of(new FormulaView(formula, pile.box()));
    }

    /**
     * To stand in a line of text, in pieces between which the line may break: after relations, and after plus and minus,
     * where the formula is long.
     */
    public static List<FormulaView> pieces(Formula formula) {
        return Pieces.of(formula).stream().map(FormulaView::inline).toList();
    }

    public Formula formula() {
        return formula;
    }

    /** The height at a shrinking of 1. */
    public double naturalHeight() {
        return box.total() * probe.getFont().getSize();
    }

    /** The width at a shrinking of 1. */
    public double naturalWidth() {
        return (box.width() + box.lean()) * probe.getFont().getSize();
    }

    /** Draws it smaller than the text around, as where it is too wide: 1 for as large. */
    public void setShrink(double factor) {
        if (factor != shrink) {
            shrink = factor;
            fit();
        }
    }

    private double em() {
        return probe.getFont().getSize() * shrink;
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + box.height() * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + (box.width() + box.lean()) * em() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + box.total() * em() + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double baseline = getBaselineOffset();
        for (Node node : nodes) {
            node.setTranslateX(left);
            node.setTranslateY(baseline);
        }
    }

    /** Draws all marks at the font size that holds now. */
    private void fit() {
        double em = em();
        for (int i = 0; i < nodes.size(); i++) {
            draw(nodes.get(i), box.marks().get(i), em);
        }
        requestLayout();
    }

    private static Node node(Mark mark) {
        if (mark instanceof Mark.Letters letters) {
            return styled(new Text(letters.text()), "formula-ink", letters.tint());
        }
        if (mark instanceof Mark.Rule rule) {
            return styled(new Rectangle(), "formula-ink", rule.tint());
        }
        Mark.Drawn drawn = (Mark.Drawn) mark;
        Path path = new Path();
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        if (drawn.thickness() == 0) {
            path.setStroke(null);
            return styled(path, "formula-ink", drawn.tint());
        }
        return styled(path, "formula-line", drawn.tint());
    }

    private static Node styled(Node node, String style, Optional<Tint> tint) {
        node.getStyleClass().add(style);
        tint.ifPresent(known -> node.getStyleClass().add(known.id()));
        return node;
    }

    private static void draw(Node node, Mark mark, double em) {
        if (mark instanceof Mark.Letters letters) {
            Text text = (Text) node;
            text.setFont(Glyphs.font(letters.face(), letters.size() * em));
            text.setX(letters.x() * em);
            text.setY(letters.y() * em);
        } else if (mark instanceof Mark.Rule rule) {
            Rectangle rectangle = (Rectangle) node;
            rectangle.setX(rule.x() * em);
            rectangle.setY(rule.y() * em);
            rectangle.setWidth(rule.width() * em);
            rectangle.setHeight(Math.max(1, rule.height() * em));
        } else if (mark instanceof Mark.Drawn drawn) {
            Path path = (Path) node;
            path.getElements()
                    .setAll(drawn.strokes().stream()
                            .map(stroke -> element(stroke, em))
                            .toList());
            path.setStrokeWidth(drawn.thickness() * em);
        }
    }

    private static PathElement element(Mark.Stroke stroke, double em) {
        double[] at = stroke.at().stream().mapToDouble(value -> value * em).toArray();
        return switch (stroke.op()) {
            case 'M' -> new MoveTo(at[0], at[1]);
            case 'L' -> new LineTo(at[0], at[1]);
            case 'Q' -> new QuadCurveTo(at[0], at[1], at[2], at[3]);
            case 'C' -> new CubicCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
            default -> new ClosePath();
        };
    }
}
