package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where the parts of the diagram stand, without a toolkit. */
class DiagramLayoutTest {
    private static final int[] UNITS = {1, 2, 3, 4, 5, 8, 11, 16, 17, 30, 63, 64};
    private static final double[][] AREAS = {{640, 300}, {758, 562}, {1100, 700}};

    @Test
    void fromNoneToEightLayersOfOneToSixtyFourUnitsNothingOverlapsAndAllStaysInside() {
        for (double[] area : AREAS) {
            for (int hidden = 0; hidden <= 8; hidden++) {
                for (int units : UNITS) {
                    check(area, layers(hidden, units, 1), Set.of());
                    check(area, layers(hidden, units, 10), allOf(hidden));
                }
            }
        }
    }

    private static void check(double[] area, List<Integer> layers, Set<Integer> opened) {
        DiagramLayout layout = DiagramLayout.of(area[0], area[1], 7, layers, opened);
        String what = "%s in %.0f × %.0f".formatted(layers, area[0], area[1]);
        List<Cell> all = new ArrayList<>();
        layout.columns().forEach(column -> all.addAll(column.cells()));
        for (Cell cell : all) {
            assertThat(cell.size()).as(what).isGreaterThanOrEqualTo(2);
            assertThat(cell.x()).as(what).isGreaterThanOrEqualTo(0);
            assertThat(cell.y()).as(what).isGreaterThanOrEqualTo(0);
            assertThat(cell.right()).as(what).isLessThanOrEqualTo(area[0]);
            assertThat(cell.bottom()).as(what).isLessThanOrEqualTo(area[1]);
        }
        double legendTop = area[1] - (layout.legendInRow() ? 20 : 64);
        double legendLeft =
                layout.legendInRow() ? 0 : area[0] - DiagramLayout.LEGEND_MARGIN - DiagramLayout.LEGEND_WIDTH;
        assertThat(all)
                .as(what + ": no tile where the legend stands")
                .noneMatch(cell -> cell.right() > legendLeft && cell.bottom() > legendTop);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                assertThat(overlap(all.get(i), all.get(j)))
                        .as("%s: %s and %s", what, all.get(i), all.get(j))
                        .isFalse();
            }
        }
        layout.columns().forEach(column -> column.more()
                .ifPresent(box -> assertThat(box.y() + box.height()).as(what).isLessThanOrEqualTo(area[1])));
    }

    private static boolean overlap(Cell one, Cell other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    @Test
    void tilesHaveTheSizesOfTheDesignWhereThereIsRoom() {
        DiagramLayout layout = DiagramLayout.of(758, 562, 7, List.of(8, 6, 4, 1), Set.of());
        assertThat(layout.column(-1).cells().get(0).size()).isEqualTo(40);
        assertThat(layout.column(0).cells().get(0).size()).isEqualTo(44);
        assertThat(layout.column(1).pitch()).isEqualTo(64);
        assertThat(layout.column(2).cells().get(0).size()).isEqualTo(44);
        assertThat(layout.column(3).cells().get(0).size()).isEqualTo(64);
        assertThat(layout.column(0).middle() - layout.column(-1).middle())
                .isCloseTo(layout.way(), within(1e-9))
                .isCloseTo(148.5, within(1e-9));
    }

    @Test
    void aLayerOfMoreThanSixteenUnitsShowsEightAndSaysHowManyMoreThereAre() {
        Column column = DiagramLayout.of(758, 562, 2, List.of(64, 1), Set.of()).column(0);
        assertThat(column.cells()).extracting(Cell::index).containsExactly(0, 9, 18, 27, 36, 45, 54, 63);
        assertThat(column.hidden()).isEqualTo(56);
        assertThat(column.more()).isPresent();
        assertThat(column.bottom()).isGreaterThan(column.cells().get(7).bottom());
    }

    @Test
    void anOpenedLayerShowsEveryUnitLargeEnoughToBePointedAt() {
        Column column =
                DiagramLayout.of(640, 300, 2, layers(8, 64, 1), allOf(8)).column(3);
        assertThat(column.cells()).hasSize(64);
        assertThat(column.more()).isEmpty();
        assertThat(column.cells().get(63).size()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void withoutHiddenLayersTheInputsStandBesideTheOutput() {
        DiagramLayout layout = DiagramLayout.of(640, 300, 2, List.of(1), Set.of());
        assertThat(layout.columns()).hasSize(2);
        assertThat(layout.outputLayer()).isZero();
    }

    @Test
    void linksAreAsWideAndAsOpaqueAsTheFormulasSay() {
        assertThat(LinkCurve.width(0)).isEqualTo(0.5);
        assertThat(LinkCurve.width(-1)).isCloseTo(2.2, within(1e-12));
        assertThat(LinkCurve.width(10)).isEqualTo(5.5);
        assertThat(LinkCurve.opacity(0)).isEqualTo(0.22);
        assertThat(LinkCurve.opacity(-1.1)).isCloseTo(0.535, within(1e-12));
        assertThat(LinkCurve.opacity(5)).isCloseTo(0.85, within(1e-12));
    }

    @Test
    void aLinkIsTheCubicCurveWithControlPointsAtHalfItsWay() {
        LinkCurve link = new LinkCurve(0, 0, 0, 100, 50, 200, 150);
        for (double t = 0; t <= 1; t += 0.125) {
            double s = 1 - t;
            double x = s * s * s * 100 + 3 * s * s * t * 150 + 3 * s * t * t * 150 + t * t * t * 200;
            double y = s * s * s * 50 + 3 * s * s * t * 50 + 3 * s * t * t * 150 + t * t * t * 150;
            assertThat(link.y(x)).isCloseTo(y, within(1e-4));
            assertThat(link.distance(x, y)).isLessThan(0.01);
        }
        assertThat(link.distance(150, 110)).isBetween(4.0, 10.0);
        assertThat(link.distance(99, 50)).isInfinite();
        assertThat(link.distance(150, 300)).isInfinite();
    }

    private static List<Integer> layers(int hidden, int units, int outputs) {
        List<Integer> layers = new ArrayList<>(Collections.nCopies(hidden, units));
        layers.add(outputs);
        return layers;
    }

    private static Set<Integer> allOf(int hidden) {
        Set<Integer> all = new TreeSet<>();
        for (int l = 0; l < hidden; l++) {
            all.add(l);
        }
        return all;
    }
}
