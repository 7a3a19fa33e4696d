package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import weightroom.testing.CleanLogExtension;

/** Every plot as a picture of pixels, as a drawing and as numbers. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ExportTest {
    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 400, 300));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void everyPlotIsAWellFormedDrawingWithTheNumbersItShows(FxRobot robot) throws Exception {
        for (SamplePlots sample : SamplePlots.values()) {
            Plot plot = open(robot, sample.maker());
            Element svg = parsed(onFx(robot, plot::svg));
            assertThat(svg.getTagName()).isEqualTo("svg");
            assertThat(svg.getAttribute("width")).as(sample.name()).isEqualTo("400");
            for (String element : sample.elements()) {
                assertThat(svg.getElementsByTagName(element).getLength())
                        .as("<%s> in %s", element, sample)
                        .isPositive();
            }
            assertThat(texts(svg)).as(sample.name()).containsAll(sample.texts());
            assertThat(onFx(robot, plot::csv)).as(sample.name()).startsWith(sample.csv());
        }
    }

    @Test
    void aPictureIsAsManyTimesFinerAsAskedAndLooksTheSame(FxRobot robot) {
        for (SamplePlots sample : SamplePlots.values()) {
            Plot plot = open(robot, sample.maker());
            WritableImage screen = onFx(robot, () -> plot.image(1));
            byte[] png = onFx(robot, () -> plot.png(2));
            Image read = new Image(new ByteArrayInputStream(png));
            assertThat(read.isError()).isFalse();
            assertThat(read.getWidth()).isEqualTo(800);
            assertThat(read.getHeight()).isEqualTo(600);
            assertThat(mean(read).getBrightness())
                    .as(sample.name())
                    .isCloseTo(mean(screen).getBrightness(), within(0.05));
        }
    }

    @Test
    void aPngKeepsEveryPixel(FxRobot robot) {
        WritableImage image = new WritableImage(3, 2);
        image.getPixelWriter().setColor(0, 0, Color.web("#102030"));
        image.getPixelWriter().setColor(2, 1, Color.web("#ff8000", 0.5));
        Image read = new Image(new ByteArrayInputStream(Png.of(image, 0)));
        assertThat(read.getPixelReader().getArgb(0, 0)).isEqualTo(0xff102030);
        assertThat(read.getPixelReader().getColor(2, 1).getOpacity()).isCloseTo(0.5, within(0.01));
        assertThat(read.getPixelReader().getArgb(1, 1)).isZero();
    }

    @Test
    void aDrawingEscapesWhatXmlWouldMisread(FxRobot robot) throws Exception {
        LinePlot plot = new LinePlot();
        plot.setAccessibleText("loss & \"accuracy\" <1");
        plot.setNames("a < b & c", "\"loss\"");
        Element svg = parsed(onFx(robot, plot::svg));
        assertThat(texts(svg)).contains("a < b & c", "\"loss\"");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("loss & \"accuracy\" <1");
    }

    private Plot open(FxRobot robot, Supplier<Plot> maker) {
        return onFx(robot, () -> {
            Plot plot = maker.get();
            plot.setMinSize(400, 300);
            plot.setMaxSize(400, 300);
            root.getChildren().setAll(plot);
            root.layout();
            return plot;
        });
    }

    private static Element parsed(String svg) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        var nodes = svg.getElementsByTagName("text");
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Color mean(Image image) {
        double[] sum = new double[3];
        int count = 0;
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                Color color = image.getPixelReader().getColor(x, y);
                sum[0] += color.getRed();
                sum[1] += color.getGreen();
                sum[2] += color.getBlue();
                count++;
            }
        }
        return Color.color(sum[0] / count, sum[1] / count, sum[2] / count);
    }

    private static <T> T onFx(FxRobot robot, Supplier<T> work) {
        WaitForAsyncUtils.waitForFxEvents();
        List<T> result = new ArrayList<>();
        robot.interact(() -> result.add(work.get()));
        return result.get(0);
    }
}
