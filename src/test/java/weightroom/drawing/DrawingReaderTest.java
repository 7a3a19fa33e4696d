package weightroom.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.drawing.Drawing.At;
import weightroom.drawing.Drawing.Look;
import weightroom.drawing.Drawing.Shape;
import weightroom.engine.InvalidInput;
import weightroom.formula.Tint;

class DrawingReaderTest {
    private static Drawing read(String inside) {
        return DrawingReader.read(
                "neuron.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 10 200 100'>\n" + inside + "\n</svg>");
    }

    private static Shape only(String inside) {
        List<Shape> shapes = read(inside).shapes();
        assertThat(shapes).hasSize(1);
        return shapes.get(0);
    }

    @Test
    void theViewBoxIsItsSize() {
        Drawing drawing = read("<!-- nothing --><title>A neuron</title>");
        assertThat(drawing).isEqualTo(new Drawing(0, 10, 200, 100, List.of()));
    }

    @Test
    void shapesTakeTheirLookFromTheirClass() {
        Shape.Oval oval = (Shape.Oval) only("<circle class='accent fill' cx='5' cy='6' r='7' opacity='0.5'/>");
        assertThat(oval)
                .isEqualTo(new Shape.Oval(new Look(Tint.ACCENT, true, 1.5, List.of(), 0.5), new At(5, 6), 7, 7));
        Shape.Line line = (Shape.Line)
                only("<line class='backward' x1='1' y1='2' x2='3' y2='4' stroke-width='2' stroke-dasharray='6 4'/>");
        assertThat(line.look()).isEqualTo(new Look(Tint.BACKWARD, false, 2, List.of(6.0, 4.0), 1));
    }

    @Test
    void groupsMoveWhatTheyHoldAndPassTheirLookOn() {
        Shape.Group group = (Shape.Group)
                only("<g class='forward' transform='translate(3, -4)' opacity='0.5'><rect width='5' height='6'/></g>");
        assertThat(group.x()).isEqualTo(3);
        assertThat(group.y()).isEqualTo(-4);
        assertThat(group.opacity()).isEqualTo(0.5);
        Shape.Box box = (Shape.Box) group.shapes().get(0);
        assertThat(box.look().tint()).isEqualTo(Tint.FORWARD);
        assertThat(box.look().opacity()).isEqualTo(1);
    }

    @Test
    void textHasAnAnchorAndCharacters() {
        Shape.Label label = (Shape.Label)
                only("<text x='1' y='2' text-anchor='middle' font-size='12' font-weight='600'>a &amp; b</text>");
        assertThat(label.text()).isEqualTo("a & b");
        assertThat(label.anchor()).isEqualTo(Drawing.Anchor.MIDDLE);
        assertThat(label.strong()).isTrue();
        assertThat(label.size()).isEqualTo(12);
    }

    @Test
    void pathsAndPolygonsKeepTheirPoints() {
        Shape.Outline outline = (Shape.Outline) only("<path d='M 1 2 C 3,4 5,6 7,8 l-1-1 A 5 5 0 0 1 9 9 z'/>");
        assertThat(outline.data()).startsWith("M 1 2");
        Shape.Chain chain = (Shape.Chain) only("<polygon points='0,0 1,0 1,1'/>");
        assertThat(chain.points()).containsExactly(new At(0, 0), new At(1, 0), new At(1, 1));
        assertThat(chain.closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<image href='x.png'/> | <image>",
                "<script>1</script> | <script>",
                "<circle r='5' style='fill:red'/> | style on <circle>",
                "<circle r='5' fill='red'/> | fill=\"red\"",
                "<circle r='5' stroke='#fff'/> | stroke on <circle>",
                "<circle r='5' class='pink'/> | class=\"pink\"",
                "<circle r='5' class='accent good'/> | class=\"accent good\"",
                "<circle r='5' onclick='x()'/> | onclick on <circle>",
                "<circle/> | <circle> without r",
                "<circle r='-1'/> | r=\"-1\"",
                "<circle r='5em'/> | r=\"5em\"",
                "<circle r='NaN'/> | r=\"NaN\"",
                "<g transform='rotate(4)'/> | transform=\"rotate(4)\"",
                "<path d='L 1 2'/> | d=\"L 1 2\"",
                "<path d='M 1'/> | d=\"M 1\"",
                "<path d='M 1 2 X 3'/> | d=\"M 1 2 X 3\"",
                "<path d=''/> | d=\"\"",
                "<polygon points='1,2 3'/> | points=\"1,2 3\"",
                "<text>a<tspan>b</tspan></text> | <tspan> within <text>",
                "<text text-anchor='left'>a</text> | text-anchor=\"left\"",
                "<rect width='5' height='5' opacity='2'/> | opacity=\"2\"",
                "<line stroke-width='0'/> | stroke-width=\"0\"",
                "<line stroke-dasharray='0 0'/> | stroke-dasharray=\"0 0\"",
                "words | the text words",
                "<a xmlns='http://example.org/'/> | <a>",
            })
    void whateverElseIsThereIsNamedWithItsLine(String inside, String found) {
        assertThatThrownBy(() -> read(inside))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("neuron.svg, line ")
                .hasMessageContaining("found " + found)
                .hasMessageContaining("expected ");
    }

    @Test
    void theLineIsThatOfTheElement() {
        assertThatThrownBy(() -> read("<circle r='5'/>\n\n<image/>")).hasMessageStartingWith("neuron.svg, line 4: ");
    }

    @Test
    void nothingOutsideTheFileIsRead() {
        String bomb = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + "<svg viewBox='0 0 1 1'><text>&e;</text></svg>";
        assertThatThrownBy(() -> DrawingReader.read("x.svg", bomb))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("found a document type");
        assertThatThrownBy(() -> read("<text>&e;</text>")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void sizeNumberAndDepthAreBounded() {
        assertThatThrownBy(() -> read(" ".repeat(DrawingReader.LARGEST))).hasMessageContaining("at most 200,000");
        assertThatThrownBy(() -> read("<line/>".repeat(2001))).hasMessageContaining("at most 2000");
        assertThatThrownBy(() -> read("<g>".repeat(40) + "</g>".repeat(40))).hasMessageContaining("at most 16");
    }

    @Test
    void whatIsNoSvgIsRefused() {
        assertThatThrownBy(() -> DrawingReader.read("x.svg", "<html/>")).hasMessageContaining("found <html>");
        assertThatThrownBy(() -> DrawingReader.read("x.svg", "no xml")).hasMessageStartingWith("x.svg, line 1: ");
        assertThatThrownBy(() -> DrawingReader.read("x.svg", "<svg viewBox='0 0 0 5'/>"))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> DrawingReader.read("x.svg", "<svg/>")).hasMessageContaining("<svg> without viewBox");
        assertThatThrownBy(() -> read("<circle r='5'>")).hasMessageContaining("neuron.svg, line ");
    }
}
