package weightroom.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.engine.InvalidInput;
import weightroom.plot.formula.FormulaView;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ProseTest {
    private static final Terms TERMS = id -> id.equals("eta")
            ? Optional.of(new Terms.Explanation("Learning rate", "w ← w − η∇L", "How far one step goes: 2 * 3_a_b."))
            : Optional.empty();
    private static final Pictures PICTURES = path -> {
        if (path.equals("assets/dot.svg")) {
            return "<svg viewBox='0 0 100 50'><rect class='accent fill' width='100' height='50'/></svg>";
        }
        throw new InvalidInput(path + ": there is no such picture");
    };

    private VBox root;
    private Scene scene;

    @Start
    void show(Stage stage) {
        Fonts.load();
        root = new VBox();
        root.setStyle("-fx-background-color: -wr-surface;");
        scene = new Scene(root, 400, 300);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private Prose shown(FxRobot robot, String markdown) {
        List<Prose> made = new ArrayList<>();
        robot.interact(() -> {
            made.add(Prose.of(markdown, TERMS, PICTURES));
            root.getChildren().setAll(made.get(0));
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made.get(0);
    }

    private static <T extends Node> List<T> all(Parent parent, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
            if (node instanceof Parent inner) {
                found.addAll(all(inner, kind));
            }
        }
        return found;
    }

    private static Text text(Parent parent, String text) {
        return all(parent, Text.class).stream()
                .filter(node -> node.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aParagraphHoldsWordsFormulasAndTheirMeaning(FxRobot robot) {
        Prose prose = shown(robot, "Where *slanted*, **strong** and `code` meet $w_1 x_1$,\nall fits.");
        Paragraph paragraph = (Paragraph) prose.getChildren().get(0);
        assertThat(paragraph.plainText()).isEqualTo("Where slanted, strong and code meet w₁x₁, all fits.");
        assertThat(paragraph.getAccessibleText()).contains("meet w sub 1 times x sub 1, all fits.");
        assertThat(all(paragraph, FormulaView.class)).hasSize(1);
        assertThat(text(paragraph, "slanted").getFont().getStyle()).contains("Italic");
        assertThat(text(paragraph, "strong").getFont().getFamily()).isEqualTo("Inter Semi Bold");
        assertThat(text(paragraph, "Where ").getFont().getSize())
                .isEqualTo(14, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void nothingInAFormulaIsTakenForEmphasis(FxRobot robot) {
        Prose prose = shown(robot, "Both $a_1*b_2*c$ and $_i^*$ stay, \\$5 as well.");
        assertThat(prose.plainText()).isEqualTo("Both a₁ * b₂ * c and ᵢ^* stay, $5 as well.");
        assertThat(all(prose, Text.class).stream().flatMap(node -> node.getStyleClass().stream()))
                .doesNotContain("prose-emphasis");
    }

    @Test
    void blocksBecomeNodesInTheirOrder(FxRobot robot) {
        Prose prose = shown(
                robot,
                """
                ### Heading

                - one
                - two
                  1. inner

                > quoted

                $$\\frac{a}{b}$$

                | x | y |
                | - | - |
                | 0 | $1$ |

                ```
                code_with_*stars*
                ```

                <div>raw</div>

                ![a box](assets/dot.svg)
                """);
        List<List<String>> styles = prose.getChildren().stream()
                .map(node -> List.copyOf(node.getStyleClass()))
                .toList();
        assertThat(styles.stream().map(list -> list.get(list.size() - 1)))
                .containsExactly(
                        "prose-heading",
                        "tight",
                        "prose-quote",
                        "prose-formula",
                        "prose-table",
                        "prose-code-block",
                        "prose-code-block",
                        "picture");
        assertThat(prose.plainText())
                .isEqualTo(
                        """
                Heading

                • one
                • two
                1. inner

                quoted

                a/b

                x\ty
                0\t1

                code_with_*stars*

                <div>raw</div>

                a box""");
        assertThat(prose.getChildren().get(7).getAccessibleText()).isEqualTo("a box");
    }

    @Test
    void linesWrapAndNothingReachesOverTheColumn(FxRobot robot) {
        String wide = "$$L = \\sum_{i=1}^n a_i + b_i + c_i + d_i + e_i + f_i + g_i + h_i + k_i + l_i + m_i$$";
        Prose prose = shown(
                robot,
                ("words ".repeat(30) + "$a + b + c + d + e + f + g + h + k + l + m = 0$\n\n" + wide
                        + "\n\n| a | b |\n|-|-|\n| " + "long ".repeat(20) + "| x |\n\n![a box](assets/dot.svg)\n"));
        for (double width : new double[] {400, 220, 140}) {
            robot.interact(() -> {
                prose.setMaxWidth(width);
                prose.setPrefWidth(width);
            });
            WaitForAsyncUtils.waitForFxEvents();
            for (Node node : prose.getChildren()) {
                assertThat(node.getBoundsInParent().getMaxX()).as("%s", node).isLessThanOrEqualTo(width + 1);
            }
        }
    }

    @Test
    void aFormulaThatIsTooWideIsBrokenIntoLinesOfTheSameSize(FxRobot robot) {
        Prose prose = shown(robot, "$$L = a + b + c + d + e + f + g + h + k + l + m + n$$");
        DisplayFormula formula = (DisplayFormula) prose.getChildren().get(0);
        double oneLine = formula.getHeight();
        robot.interact(() -> prose.setMaxWidth(240));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(formula.getHeight()).isGreaterThan(oneLine + 14);
        assertThat(all(formula, FormulaView.class).stream().filter(Node::isVisible))
                .hasSize(1)
                .allSatisfy(view -> assertThat(view.getWidth()).isBetween(120.0, 240.0));
    }

    @Test
    void theFormulasOfACourseFillTheirBoxesAndNothingReachesOutOfThem(FxRobot robot) throws IOException {
        String markdown;
        try (InputStream in = ProseTest.class.getResourceAsStream("formulas.md")) {
            markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Prose prose = shown(robot, markdown);
        assertThat(prose.lookupAll(".prose-broken")).isEmpty();
        List<FormulaView> views =
                all(prose, FormulaView.class).stream().filter(Node::isVisible).toList();
        assertThat(views).hasSizeGreaterThan(25);
        for (FormulaView view : views) {
            String name = view.formula().toText();
            for (Node mark : view.getChildrenUnmodifiable()) {
                Bounds at = mark.getBoundsInParent();
                // Boxes of letters reach as far as the line, their ink does not.
                double slack = mark instanceof Text ? 8 : 1.5;
                if (mark.isVisible()) {
                    assertThat(at.getMinX()).as(name).isGreaterThan(-slack);
                    assertThat(at.getMinY()).as(name).isGreaterThan(-slack);
                    assertThat(at.getMaxX()).as(name).isLessThan(view.getWidth() + slack);
                    assertThat(at.getMaxY()).as(name).isLessThan(view.getHeight() + slack);
                }
            }
        }
    }

    @Test
    void whatIsBrokenShowsItsSourceAndTheRestStands(FxRobot robot) {
        Prose prose = shown(robot, "Good $x$ bad $\\fraq{1}$ good.\n\n![gone](assets/gone.svg)\n\nThe end.");
        Text broken = text(prose, "$\\fraq{1}$");
        assertThat(broken.getStyleClass()).contains("prose-broken");
        assertThat(broken.getAccessibleText()).contains("found \\fraq");
        assertThat(prose.plainText()).endsWith("The end.");
        assertThat(text(prose, "assets/gone.svg: there is no such picture").getStyleClass())
                .contains("prose-broken");
    }

    @Test
    void otherLinksAreTextWithTheirAddress(FxRobot robot) {
        Prose prose = shown(robot, "See [a page](https://example.org) and [nothing](term:unknown).");
        assertThat(prose.plainText()).isEqualTo("See a page (https://example.org) and nothing.");
        assertThat(all(prose, TermLink.class)).isEmpty();
    }

    @Test
    void aTermIsOpenedByKeyboardAndClosedByEscape(FxRobot robot) {
        Prose prose = shown(robot, "Choose a [learning rate](term:eta) well.");
        TermLink link = all(prose, TermLink.class).get(0);
        robot.interact(link::requestFocus);
        assertThat(prose.lookup(".prose-focus")).isNotNull();
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        PopOver card = card().orElseThrow();
        List<Paragraph> texts = all((Parent) card.getContentNode(), Paragraph.class);
        assertThat(texts.stream().map(Paragraph::plainText))
                .containsExactly("w ← w − η∇L", "How far one step goes: 2 * 3_a_b.");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card()).isEmpty();
        assertThat(scene.getFocusOwner()).isEqualTo(link);
    }

    private static Optional<PopOver> card() {
        return Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(PopOver.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }

    @Test
    void aBlockIsCopiedAsPlainText(FxRobot robot) {
        Prose prose = shown(robot, "First.\n\nSecond with $x^2$.");
        robot.clickOn(prose.getChildren().get(1));
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        List<String> copied = new ArrayList<>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied).containsExactly("Second with x².");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void picturesAndFormulasTakeTheColoursOfTheThemeWhileTheyAreShown(Theme theme, FxRobot robot) {
        Prose prose = shown(robot, "![a box](assets/dot.svg)\n\n$$\\color{bad}{\\left( \\frac{a}{b} \\right)}$$");
        List<Color> seen = new ArrayList<>();
        robot.interact(() -> {
            theme.apply(scene);
            root.applyCss();
            root.layout();
            WritableImage image = scene.snapshot(null);
            Node picture = prose.getChildren().get(0);
            seen.add(colour(image, picture, 0.5, 0.5));
        });
        assertThat(seen.get(0)).isEqualTo(token(theme, "-wr-accent"));
        assertThat(text(prose, "a").getFill()).isEqualTo(token(theme, "-wr-bad"));
        robot.interact(() -> Theme.DARK.apply(scene));
    }

    private static Color colour(Image image, Node node, double x, double y) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return image.getPixelReader()
                .getColor((int) (at.getMinX() + x * at.getWidth()), (int) (at.getMinY() + y * at.getHeight()));
    }

    private static Color token(Theme theme, String name) {
        try (InputStream in = Theme.class.getResourceAsStream("/weightroom/ui/theme-" + theme.id() + ".css")) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String value = sheet.substring(sheet.indexOf(name + ": ") + name.length() + 2);
            return Color.web(value.substring(0, value.indexOf(';')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLineIsOneParagraph(FxRobot robot) {
        List<Paragraph> made = new ArrayList<>();
        robot.interact(() -> made.add(Prose.line("Only **one** $x$\n\nand more", TERMS)));
        assertThat(made.get(0).plainText()).isEqualTo("Only one x\nand more");
    }
}
