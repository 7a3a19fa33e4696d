package weightroom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.InvalidInput;
import weightroom.formula.Formula.Fraction;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Symbol;

class FormulaParserTest {
    @Test
    void anIndexBelongsToTheLetterBeforeIt() {
        Row row = (Row) FormulaParser.parse("w_1 x_1 + b");
        assertThat(row.items()).hasSize(4);
        Scripts weight = (Scripts) row.items().get(0);
        assertThat(weight.base()).isEqualTo(new Symbol("w", Role.ORDINARY, Face.ITALIC));
        assertThat(weight.low()).contains(new Symbol("1", Role.ORDINARY, Face.UPRIGHT));
        assertThat(weight.high()).isEmpty();
        assertThat(row.items().get(2)).isEqualTo(new Symbol("+", Role.BINARY, Face.UPRIGHT));
    }

    @Test
    void aFractionTakesTwoGroupsOrTwoCharacters() {
        assertThat(FormulaParser.parse("\\frac12")).isEqualTo(FormulaParser.parse("\\frac{1}{2}"));
        Fraction fraction =
                (Fraction) ((Row) FormulaParser.parse("\\frac{a+b}{c}")).items().get(0);
        assertThat(((Row) fraction.above()).items()).hasSize(3);
        assertThat(fraction.below()).isEqualTo(new Symbol("c", Role.ORDINARY, Face.ITALIC));
    }

    @Test
    void anExponentWithoutBracesIsOneDigit() {
        assertThat(FormulaParser.parse("x^10").toText()).isEqualTo("x¹0");
        assertThat(FormulaParser.parse("x^{10}").toText()).isEqualTo("x¹⁰");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w_1 x_1 + w_2 x_2 + b | w₁x₁ + w₂x₂ + b",
                "\\frac{\\partial L}{\\partial w_{ij}} | ∂L/∂wᵢⱼ",
                "\\sigma(z) = \\frac{1}{1 + e^{-z}} | σ(z) = 1/(1 + e^(−z))",
                "-\\sum_{i=1}^n y_i \\log p_i | −∑ᵢ₌₁ⁿyᵢ log pᵢ",
                "\\sqrt{x} \\le \\sqrt[3]{x+1} | √x ≤ ³√(x + 1)",
                "w \\gets w - \\eta \\nabla f(w) | w ← w − η∇f(w)",
                "10^{-3} \\times 2 | 10⁻³ × 2",
                "x \\in \\{0, 1\\} | x ∈ {0, 1}",
                "f''(x) \\approx 0.5 | f′′(x) ≈ 0.5",
                "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix} | (1, 2; 3, 4)",
                "50\\% \\text{ of all} | 50% of all",
            })
    void itReadsAsOneLineOfUnicode(String latex, String text) {
        assertThat(FormulaParser.parse(latex).toText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w_1 x_1 + b | w sub 1 times x sub 1 plus b",
                "\\frac{\\partial L}{\\partial w_{ij}} | partial capital L over partial w sub i j",
                "z = 2a^2 | z equals 2 times a squared",
                "\\sum_{i=1}^n w_i x_i | the sum from i equals 1 to n of w sub i times x sub i",
                "\\hat{y} \\ge 0.5 | y hat is at least 0.5",
                "\\sqrt{2} | the square root of 2",
                "\\sqrt{a+b} c | the square root of a plus b, end root, times c",
                "\\frac{a+b}{2} | the fraction a plus b, over 2, end fraction,",
                "a^{(l)} | a superscript l",
                "W^\\top | capital W transposed",
                "x \\to \\infty | x to infinity",
                "\\sigma(z) | sigma of z",
                "f(x + 1) | f of open parenthesis x plus 1 close parenthesis",
            })
    void itIsSpokenInWords(String latex, String words) {
        assertThat(FormulaParser.parse(latex).spoken()).isEqualTo(words);
    }

    @Test
    void barsAreSpokenAsWhatTheyMean() {
        assertThat(FormulaParser.parse("\\left| w \\right|").spoken()).isEqualTo("the absolute value of w");
        assertThat(FormulaParser.parse("\\left\\| w \\right\\|").spoken()).isEqualTo("the norm of w");
    }

    @Test
    void casesAndMatricesAreSpokenRowByRow() {
        assertThat(FormulaParser.parse("\\begin{cases} z & \\text{if } z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}")
                        .spoken())
                .isEqualTo("cases: z if z is greater than 0; 0 otherwise; end cases");
        assertThat(FormulaParser.parse("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}")
                        .spoken())
                .isEqualTo("2 by 2 matrix, row 1: 1, 2; row 2: 3, 4; end matrix,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w_1 x_1 + w_2^{2} + f'(x)",
                "\\frac{1}{2} \\dfrac{a}{b} \\tfrac{c}{d} \\sqrt[3]{x}",
                "\\left( \\frac{a}{b} \\right] \\quad \\left\\| \\mathbf{w} \\right.",
                "\\begin{aligned} z &= a \\\\ &= b \\end{aligned} \\qquad \\begin{cases} a & b \\\\ c & d \\end{cases}",
                "\\hat x \\bar y \\vec v \\dot z \\tilde u \\, \\; \\: \\! \\ \\%",
                "\\color{forward}{a_1} \\mathrm{d}x \\operatorname{softmax}(z) \\text{if } \\max_w \\log y",
                "\\alpha \\Gamma \\partial \\nabla \\pm \\mapsto \\odot \\sum_i \\prod_j \\int_0^1 \\{ 1{,}000 \\}",
            })
    void whatItWritesInLatexReadsBackAsTheSame(String latex) {
        Formula formula = FormulaParser.parse(latex);
        assertThat(FormulaParser.parse(formula.toLatex())).isEqualTo(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^ | 3 | the end",
                "x^} | 3 | }",
                "\\fraq{1}{2} | 1 | \\fraq",
                "a + b} | 6 | }",
                "{a + b | 7 | the end",
                "x_1_2 | 4 | _",
                "50% | 3 | %",
                "\\frac{1} | 9 | the end",
                "\\left( x | 9 | the end",
                "\\left( x \\right? | 16 | ?",
                "\\begin{array} x | 8 | a",
                "\\begin{cases} x \\end{matrix} | 17 | \\end",
                "\\begin{cases} x | 16 | the end",
                "\\color{pink}{x} | 8 | p",
                "a & b | 3 | &",
                "\\text{never closed | 19 | the end",
                "日 | 1 | 日",
                "a \\\\ b | 3 | \\\\",
            })
    void whatIsWrongIsNamedWithItsPlace(String latex, int character, String found) {
        assertThatThrownBy(() -> FormulaParser.parse(latex))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("Formula, character " + character + ": found " + found + ", expected ");
    }

    @Test
    void theFaultOfAnUnknownColourNamesThoseThereAre() {
        assertThatThrownBy(() -> FormulaParser.parse("\\color{pink}{x}"))
                .hasMessageContaining("forward")
                .hasMessageContaining("accent");
    }

    @Test
    void groupsAndLengthAreBounded() {
        assertThatThrownBy(() -> FormulaParser.parse("{".repeat(500) + "}".repeat(500)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at most 30 groups");
        assertThatThrownBy(() -> FormulaParser.parse("\\sqrt".repeat(300) + "x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at most 30 groups");
        assertThatThrownBy(() -> FormulaParser.parse("x".repeat(2001)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2,001 characters");
    }

    @Test
    void anEmptyFormulaIsEmpty() {
        assertThat(FormulaParser.parse("  ")).isEqualTo(Row.EMPTY);
    }

    @Test
    void everyCommandInTheManualIsKnown() throws IOException {
        String manual = Files.readString(Path.of("src/docs/lessons.md"));
        String formulas = manual.substring(manual.indexOf("- **Formulas.**"), manual.indexOf("- **Terms.**"));
        Set<String> structures = Set.of("\\left", "\\right", "\\begin", "\\end", "\\color");
        List<String> commands = Pattern.compile("\\\\([a-zA-Z]+|[,:;!|{}%])")
                .matcher(formulas)
                .results()
                .map(MatchResult::group)
                .filter(command -> !structures.contains(command))
                .toList();
        assertThat(commands).hasSizeGreaterThan(80);
        for (String command : commands) {
            assertThatCode(() -> FormulaParser.parse(command + (takesGroups(command) ? "{x}{y}" : " x"))
                            .spoken())
                    .as(command)
                    .doesNotThrowAnyException();
        }
        for (String grid : List.of("cases", "matrix", "pmatrix", "bmatrix", "vmatrix", "aligned")) {
            assertThat(formulas).contains(grid);
            FormulaParser.parse("\\begin{" + grid + "} a & b \\\\ c \\end{" + grid + "}");
        }
    }

    private static boolean takesGroups(String command) {
        return List.of("frac", "text", "operatorname", "math", "sqrt").stream().anyMatch(command::contains);
    }
}
