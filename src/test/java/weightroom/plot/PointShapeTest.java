package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class PointShapeTest {
    private static final Pattern POINTS = Pattern.compile("points=\"([^\"]+)\"");

    @Test
    void tenClassesHaveTenLooks() {
        DecisionPlot.Scale digits = scale("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        Set<List<Object>> looks = new HashSet<>();
        for (int k = 0; k < 10; k++) {
            looks.add(List.of(PointShape.of(digits, k)));
        }
        assertThat(looks).hasSize(5);
        for (int k = 0; k < 10; k++) {
            looks.add(List.of(PointShape.of(digits, k), Ink.ofClass(k)));
        }
        assertThat(looks).hasSize(15);
        assertThat(Set.of(Ink.ofClass(9), Ink.ofClass(8), Ink.ofClass(0), Ink.ofClass(1)))
                .hasSize(4);
        assertThat(Ink.ofClass(10)).isEqualTo(Ink.ofClass(0));
    }

    @Test
    void pointsOfTwoClassesAndOfAmountsAreCircles() {
        assertThat(PointShape.of(scale(), 1)).isEqualTo(PointShape.CIRCLE);
    }

    /** A circle of radius 1 has the area π; a shape whose area differed much would seem to matter more or less. */
    @Test
    void allShapesAreAboutAsLarge() {
        for (PointShape shape : PointShape.values()) {
            assertThat(area(shape)).as(shape.name()).isBetween(0.85 * Math.PI, 1.15 * Math.PI);
        }
    }

    private static double area(PointShape shape) {
        SvgPen pen = new SvgPen("", 100, 100, 1, Font.getDefault());
        shape.fill(pen, 50, 50, 10);
        Matcher polygon = POINTS.matcher(pen.finish());
        if (!polygon.find()) {
            return Math.PI;
        }
        double[] places = Arrays.stream(polygon.group(1).split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double twice = 0;
        for (int i = 0; i < places.length; i += 2) {
            int next = (i + 2) % places.length;
            twice += places[i] * places[next + 1] - places[next] * places[i + 1];
        }
        return Math.abs(twice) / 2 / 100;
    }

    private static DecisionPlot.Scale scale(String... classes) {
        return new DecisionPlot.Scale("", 0, 1, Double.NaN, List.of(classes));
    }
}
