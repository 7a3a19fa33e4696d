package weightroom.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.arithmetic.Arithmetic;
import weightroom.engine.Term;
import weightroom.formula.FormulaParser;

class SurfaceTest {
    private static final double H = 1e-5;

    @ParameterizedTest
    @EnumSource(Surface.class)
    void theGradientIsWhatFiniteDifferencesSay(Surface surface) {
        Random random = new Random(3);
        Region region = surface.region();
        for (int i = 0; i < 200; i++) {
            double x = region.lowX() + region.width() * random.nextDouble();
            double y = region.lowY() + region.height() * random.nextDouble();
            double alongX = (surface.value(x + H, y) - surface.value(x - H, y)) / (2 * H);
            double alongY = (surface.value(x, y + H) - surface.value(x, y - H)) / (2 * H);
            double size = 1 + Math.hypot(alongX, alongY) + Math.abs(surface.value(x, y));
            assertEquals(alongX, surface.slopeX(x, y), 1e-5 * size);
            assertEquals(alongY, surface.slopeY(x, y), 1e-5 * size);
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void whatIsWrittenIsWhatIsComputed(Surface surface) {
        Random random = new Random(4);
        Formulas written = surface.formulas();
        for (int i = 0; i < 50; i++) {
            double x = 4 * random.nextDouble() - 2;
            double y = 4 * random.nextDouble() - 2;
            Map<String, Double> at = Map.of(written.x(), x, written.y(), y);
            assertEquals(
                    surface.slopeX(x, y), Arithmetic.parse(written.slopeX()).value(at), 1e-9);
            assertEquals(
                    surface.slopeY(x, y), Arithmetic.parse(written.slopeY()).value(at), 1e-9);
            if (surface != Surface.LINE) {
                double value = Arithmetic.parse(written.value()).value(at);
                assertEquals(surface.value(x, y), value, 1e-9 * (1 + Math.abs(value)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void theFormulaInPlainTextIsTheOneThatIsSet(Surface surface) {
        String set = FormulaParser.parse(surface.latex()).toText();
        assertEquals(plain(set), plain(surface.formula()));
    }

    private static String plain(String text) {
        return text.replaceAll("[ ()·]", "").replaceAll("∑.*?⁴|∑_.*?\\^4|Σ", "Σ");
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void minimaAreFlatAndLowerThanAllAround(Surface surface) {
        for (Spot spot : surface.minima()) {
            flat(surface, spot);
            for (int i = 0; i < 16; i++) {
                double angle = Math.PI * i / 8;
                double around = surface.value(spot.x() + 0.01 * Math.cos(angle), spot.y() + 0.01 * Math.sin(angle));
                assertTrue(around > surface.value(spot.x(), spot.y()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void saddlesAreFlatAndBothHigherAndLowerAround(Surface surface) {
        for (Spot spot : surface.saddles()) {
            flat(surface, spot);
            double here = surface.value(spot.x(), spot.y());
            boolean higher = false;
            boolean lower = false;
            for (int i = 0; i < 64; i++) {
                double angle = Math.PI * i / 32;
                double around = surface.value(spot.x() + 0.05 * Math.cos(angle), spot.y() + 0.05 * Math.sin(angle));
                higher |= around > here;
                lower |= around < here;
            }
            assertTrue(higher && lower, spot.toString());
        }
    }

    private static void flat(Surface surface, Spot spot) {
        // Published spots have six decimals; the surfaces bend by less than 200 there.
        assertEquals(0, surface.slopeX(spot.x(), spot.y()), 2e-4);
        assertEquals(0, surface.slopeY(spot.x(), spot.y()), 2e-4);
        assertTrue(surface.region().contains(spot.x(), spot.y()));
    }

    /** From the papers, and from Jamil and Yang, A literature survey of benchmark functions (2013). */
    @ParameterizedTest
    @CsvSource({
        "beale, 3, 0.5, 0",
        "beale, 0, 1, 14.203125",
        "rosenbrock, 1, 1, 0",
        "rosenbrock, -1.2, 1, 24.2",
        "himmelblau, 3, 2, 0",
        "himmelblau, -2.805118, 3.131312, 0",
        "himmelblau, -3.779310, -3.283186, 0",
        "himmelblau, 3.584428, -1.848126, 0",
        "himmelblau, -0.270845, -0.923039, 181.617",
        "double-well, -1, 0, -1.32",
        "line, 0.8, 0.8, 0.2",
        "line, 0, 0, 5",
    })
    void valuesAreThePublishedOnes(String id, double x, double y, double value) {
        assertEquals(value, Term.byId(Surface.class, "Surface", id).value(x, y), 1e-3);
    }

    @Test
    void theLineIsTheOneOfLeastSquares() {
        double[] x = {0, 1, 2, 3};
        double[] y = {1, 1, 3, 3};
        double over = 0;
        double under = 0;
        for (int i = 0; i < 4; i++) {
            over += (x[i] - 1.5) * (y[i] - 2);
            under += (x[i] - 1.5) * (x[i] - 1.5);
        }
        Spot best = Surface.LINE.minima().get(0);
        assertEquals(over / under, best.x(), 1e-12);
        assertEquals(2 - best.x() * 1.5, best.y(), 1e-12);
    }
}
