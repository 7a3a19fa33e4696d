package weightroom.plot.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.formula.Formula;
import weightroom.formula.FormulaParser;
import weightroom.plot.formula.Mark.Drawn;
import weightroom.plot.formula.Mark.Letters;
import weightroom.plot.formula.Mark.Rule;
import weightroom.testing.CleanLogExtension;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class FormulaLayoutTest {
    @Start
    void loadFonts(Stage stage) {
        for (String file : List.of("Regular", "Italic", "SemiBold")) {
            assertThat(Font.loadFont(
                            FormulaLayoutTest.class.getResourceAsStream("/assets/fonts/Inter-" + file + ".otf"), 12))
                    .isNotNull();
        }
    }

    private static Box set(String latex, Style style) {
        return Setter.set(FormulaParser.parse(latex), style);
    }

    private static Letters letters(Box box, String text) {
        return box.marks().stream()
                .filter(mark ->
                        mark instanceof Letters letters && letters.text().equals(text))
                .map(Letters.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(Box box) {
        return box.marks().stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumeratorStandsAboveTheBarAndTheDenominatorBelow() {
        Box box = set("\\frac{a}{b}", Style.DISPLAY);
        Rule bar = rule(box);
        Letters above = letters(box, "a");
        Letters below = letters(box, "b");
        assertThat(above.y()).isLessThan(bar.y());
        double top = below.y() - Glyphs.size("b", below.face()).height();
        assertThat(top).isGreaterThan(bar.y() + bar.height());
        assertThat(above.x() + Glyphs.size("a", above.face()).advance() / 2)
                .isCloseTo(bar.x() + bar.width() / 2, within(1e-9));
    }

    @Test
    void theBarOfAFractionStandsAtTheHeightOfAMinus() {
        Box box = set("- \\frac{a}{b}", Style.DISPLAY);
        Glyphs.Size minus = Glyphs.size("−", weightroom.formula.Face.UPRIGHT);
        double middle = -(minus.height() - minus.depth()) / 2;
        assertThat(rule(box).y() + rule(box).height() / 2).isCloseTo(middle, within(1e-9));
    }

    @Test
    void fractionsInALineAreSmaller() {
        assertThat(letters(set("\\frac{a}{b}", Style.DISPLAY), "a").size()).isEqualTo(1);
        assertThat(letters(set("\\frac{a}{b}", Style.TEXT), "a").size()).isLessThan(0.8);
        assertThat(letters(set("\\dfrac{a}{b}", Style.TEXT), "a").size()).isEqualTo(1);
    }

    @Test
    void scriptsAreSmallerAndExponentsRaisedAndIndicesLowered() {
        Box box = set("x_i^n", Style.TEXT);
        Letters low = letters(box, "i");
        Letters high = letters(box, "n");
        assertThat(low.size()).isLessThan(1);
        assertThat(low.y()).isPositive();
        assertThat(high.y()).isNegative();
        double gap = (low.y() - Glyphs.size("i", low.face()).height() * low.size()) - high.y();
        assertThat(gap).isGreaterThan(0.05);
        assertThat(letters(set("x_{i_j}", Style.TEXT), "j").size()).isLessThan(low.size());
    }

    @Test
    void limitsStandAboveAndBelowWhereThereIsRoomAndBesideInALine() {
        Box display = set("\\sum_{i}^{n} x", Style.DISPLAY);
        Letters sum = letters(display, "∑");
        assertThat(letters(display, "n").x()).isLessThan(sum.x() + sum.size() * 0.6);
        assertThat(letters(display, "n").y()).isLessThan(-0.8);
        assertThat(letters(display, "i").y()).isGreaterThan(0.8);
        Box inline = set("\\sum_{i}^{n} x", Style.TEXT);
        Letters beside = letters(inline, "∑");
        double end = beside.x() + Glyphs.size("∑", beside.face()).advance() * beside.size();
        assertThat(letters(inline, "n").x()).isGreaterThanOrEqualTo(end);
        assertThat(inline.height()).isLessThan(display.height());
    }

    @Test
    void bracketsGrowWithWhatTheyHold() {
        Box small = set("\\left( x \\right)", Style.DISPLAY);
        assertThat(letters(small, "(").size()).isEqualTo(1);
        Box inside = set("\\frac{a}{b}", Style.DISPLAY);
        Box tall = set("\\left( \\frac{a}{b} \\right)", Style.DISPLAY);
        assertThat(tall.marks().stream().filter(Drawn.class::isInstance)).hasSize(2);
        assertThat(tall.total()).isGreaterThanOrEqualTo(inside.total() * 0.9);
        assertThat(tall.width()).isGreaterThan(inside.width() + 0.5);
    }

    @Test
    void aRootCoversWhatItHolds() {
        Box body = set("\\frac{a}{b}", Style.DISPLAY);
        Box root = set("\\sqrt{\\frac{a}{b}}", Style.DISPLAY);
        assertThat(root.height()).isGreaterThan(body.height());
        assertThat(root.depth()).isGreaterThanOrEqualTo(body.depth());
        double end = root.marks().stream()
                .filter(Drawn.class::isInstance)
                .flatMap(mark -> ((Drawn) mark).strokes().stream())
                .mapToDouble(stroke -> stroke.at().get(stroke.at().size() - 2))
                .max()
                .orElseThrow();
        assertThat(end).isGreaterThan(letters(root, "a").x() + 0.5);
    }

    @Test
    void spaceIsThatOfWhatTheSignsDo() {
        double bare = letters(set("ab", Style.TEXT), "b").x();
        double sum = letters(set("a+b", Style.TEXT), "b").x();
        double equation = letters(set("a=b", Style.TEXT), "b").x();
        double plus = Glyphs.size("+", weightroom.formula.Face.UPRIGHT).advance();
        double equals = Glyphs.size("=", weightroom.formula.Face.UPRIGHT).advance();
        assertThat(sum - bare - plus).isCloseTo(8 / 18.0, within(1e-9));
        assertThat(equation - bare - equals).isCloseTo(10 / 18.0, within(1e-9));
    }

    @Test
    void aMinusBeforeANumberIsPartOfIt() {
        double minus = Glyphs.size("−", weightroom.formula.Face.UPRIGHT).advance();
        assertThat(letters(set("-1", Style.TEXT), "1").x()).isCloseTo(minus, within(1e-9));
        assertThat(letters(set("(-1", Style.TEXT), "1").x()
                        - letters(set("(-1", Style.TEXT), "−").x())
                .isCloseTo(minus, within(1e-9));
    }

    @Test
    void alignedLinesHaveTheirSignsBelowEachOther() {
        Box box = set("\\begin{aligned} zzz &= a \\\\ y &= b \\end{aligned}", Style.DISPLAY);
        List<Double> signs = box.marks().stream()
                .filter(mark ->
                        mark instanceof Letters letters && letters.text().equals("="))
                .map(mark -> ((Letters) mark).x())
                .toList();
        assertThat(signs).hasSize(2);
        assertThat(signs.get(0)).isCloseTo(signs.get(1), within(1e-9));
        assertThat(letters(box, "a").y()).isLessThan(letters(box, "b").y());
    }

    @Test
    void accentsStandAboveTheirLetter() {
        Box plain = set("x", Style.TEXT);
        for (String mark : List.of("hat", "bar", "vec", "dot", "tilde")) {
            Box box = set("\\" + mark + "{x}", Style.TEXT);
            assertThat(box.width()).isCloseTo(plain.width(), within(1e-9));
            assertThat(box.height()).as(mark).isGreaterThan(plain.height() + 0.1);
            Drawn drawn = (Drawn) box.marks().get(1);
            assertThat(drawn.strokes()).allSatisfy(stroke -> {
                for (int i = 1; i < stroke.at().size(); i += 2) {
                    assertThat(stroke.at().get(i)).isLessThan(-plain.height());
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"∇", "∈", "↦", "∼", "≡", "∝", "⊙", "∘", "⊤", "⋯", "⋮", "≪", "≫", "∣"})
    void signsThatTheFontLacksAreDrawn(String sign) {
        Box box = set(sign, Style.TEXT);
        assertThat(box.width()).isGreaterThan(0.2);
        assertThat(box.marks()).isNotEmpty().allMatch(Drawn.class::isInstance);
    }

    @Test
    void coloursBelongToWhatTheyHoldAlone() {
        Box box = set("a + \\color{forward}{\\frac{b}{c}} + d", Style.DISPLAY);
        assertThat(letters(box, "a").tint()).isEmpty();
        assertThat(letters(box, "b").tint()).contains(weightroom.formula.Tint.FORWARD);
        assertThat(rule(box).tint()).contains(weightroom.formula.Tint.FORWARD);
        assertThat(letters(box, "d").tint()).isEmpty();
    }

    @Test
    void longFormulasBreakAfterSignsOutsideOfBrackets() {
        Formula formula = FormulaParser.parse("w_1 x_1 + w_2 x_2 + f(a + b + c) = 0");
        List<String> pieces = Pieces.of(formula).stream().map(Formula::toText).toList();
        assertThat(pieces).containsExactly("w₁x₁ +", "w₂x₂ +", "f(a + b + c) =", "0");
        assertThat(Pieces.of(FormulaParser.parse("a = b"))).hasSize(1);
    }

    @Test
    void wideFormulasGoOnBelowBeforeASignAndStatementsHaveLinesOfTheirOwn() {
        assertThat(Pieces.lines(FormulaParser.parse("L = a + b + c (d + e) + f + g")).stream()
                        .map(Formula::toText))
                .containsExactly("L = a + b", "+ c(d + e) + f + g");
        assertThat(Pieces.lines(FormulaParser.parse("a = b, \\quad c = d")).stream()
                        .map(Formula::toText))
                .containsExactly("a = b,", "c = d");
        assertThat(Pieces.lines(FormulaParser.parse("\\frac{a}{b}"))).hasSize(1);
    }

    @Test
    void inALineOfTextItsLettersStandOnTheBaselineOfTheWords() {
        FormulaView view = FormulaView.inline(FormulaParser.parse("\\frac{a}{b} x_1"));
        Text words = new Text("words");
        words.setFont(Font.font("Inter", 20));
        TextFlow flow = new TextFlow(words, view);
        flow.setStyle("-fx-font-family: Inter; -fx-font-size: 20px;");
        new Scene(new StackPane(flow), 400, 100);
        flow.applyCss();
        flow.resize(400, 100);
        flow.layout();
        view.layout();
        double baseline = words.getLayoutY() + words.getBaselineOffset();
        assertThat(view.getLayoutY() + view.getBaselineOffset()).isCloseTo(baseline, within(0.6));
        assertThat(view.getWidth()).isCloseTo(view.naturalWidth(), within(1.0)).isGreaterThan(20);
    }

    @Test
    void itIsAsLargeAsTheTextAround() {
        FormulaView view = FormulaView.display(FormulaParser.parse("x^2"));
        StackPane root = new StackPane(view);
        root.setStyle("-fx-font-size: 10px;");
        new Scene(root, 400, 100);
        root.applyCss();
        double small = view.prefWidth(-1);
        root.setStyle("-fx-font-size: 20px;");
        root.applyCss();
        assertThat(view.prefWidth(-1)).isCloseTo(2 * small, within(1e-6));
        view.setShrink(0.5);
        assertThat(view.prefWidth(-1)).isCloseTo(small, within(1e-6));
        assertThat(view.getAccessibleText()).isEqualTo("x squared");
    }
}
