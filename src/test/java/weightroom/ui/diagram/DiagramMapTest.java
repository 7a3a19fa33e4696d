package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the mouse is over, without a toolkit. */
class DiagramMapTest {
    private static final InputChoices INPUTS = InputChoices.of(List.of("x1", "x1*x2"), List.of("x1", "x2"));

    private final DiagramLayout layout =
            DiagramLayout.of(758, 562, INPUTS.choices().size(), List.of(3, 1), Set.of());
    private final DiagramMap map = DiagramMap.of(layout, INPUTS);

    @Test
    void thereIsALinkFromEveryInputInUseAndFromEveryUnit() {
        assertThat(map.links()).hasSize(2 * 3 + 3);
        assertThat(map.links().stream().filter(link -> link.layer() == 0).map(LinkCurve::input))
                .containsExactly(0, 1, 0, 1, 0, 1);
        // The product is the fifth input on offer and the network's second.
        assertThat(map.links().get(1).y0())
                .isEqualTo(layout.column(-1).cells().get(4).middleY());
    }

    @Test
    void tilesDotsEdgesAndLinksAreFoundWhereTheyStand() {
        double[] strengths = new double[map.links().size()];
        Arrays.fill(strengths, 1);
        Cell unit = layout.column(0).cells().get(1);
        assertThat(map.at(unit.middleX(), unit.middleY(), strengths)).contains(new Hit.Tile(0, 1));
        assertThat(map.at(unit.x() - 2, unit.bottom() + 2, strengths)).contains(new Hit.Bias(0, 1));
        Cell offered = layout.column(-1).cells().get(2);
        assertThat(map.at(offered.middleX(), offered.middleY(), strengths)).contains(new Hit.Tile(-1, 2));
        double edge = layout.column(0).bottom() + DiagramMap.EDGE_BELOW;
        assertThat(map.at(layout.column(0).middle(), edge, strengths)).contains(new Hit.Edge(0));
        LinkCurve link = map.links().get(8);
        assertThat(map.at(link.control(), link.y(link.control()), strengths)).contains(new Hit.Wire(1, 0, 2));
        assertThat(map.at(2, 2, strengths)).isEmpty();
    }

    @Test
    void whereLinksCrossTheStrongestIsMeantAndThoseNotDrawnAreNot() {
        double[] strengths = new double[map.links().size()];
        Arrays.fill(strengths, 0.1);
        LinkCurve link = map.links().get(7);
        strengths[7] = -3;
        double x = link.x1() - 1;
        assertThat(map.at(x, link.y(x), strengths)).contains(new Hit.Wire(1, 0, 1));
        Arrays.fill(strengths, Double.NaN);
        assertThat(map.at(x, link.y(x), strengths)).isEmpty();
    }

    @Test
    void theWordForTheRestOfALargeLayerIsFound() {
        DiagramLayout large = DiagramLayout.of(758, 562, 7, List.of(40, 1), Set.of());
        Column.Box more = large.column(0).more().orElseThrow();
        DiagramMap of = DiagramMap.of(large, INPUTS);
        assertThat(of.at(more.x() + 5, more.middleY(), new double[of.links().size()]))
                .contains(new Hit.More(0));
    }
}
