package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.ui.diagram.NumberTags.Tag;

class NumberTagsTest {
    private static final double WIDTH = 36;

    private static DiagramMap map(double width, double height, Integer... units) {
        InputChoices inputs =
                InputChoices.of(List.of("x1", "x2"), List.of("x1", "x2")).inUse();
        DiagramLayout layout = DiagramLayout.of(width, height, inputs.choices().size(), List.of(units), Set.of());
        return DiagramMap.of(layout, inputs);
    }

    @ParameterizedTest
    @CsvSource({"344, 300", "480, 560", "340, 220"})
    void everyLinkOfASmallNetworkHasItsNumberAndNoneCoversAnother(double width, double height) {
        DiagramMap map = map(width, height, 2, 1);
        List<Tag> tags = NumberTags.place(map, WIDTH);
        assertThat(tags).extracting(Tag::link).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        for (Tag tag : tags) {
            LinkCurve link = map.links().get(tag.link());
            assertThat(tag.y()).isCloseTo(link.y(tag.x()), within(1e-9));
            assertThat(tag.x() - WIDTH / 2).isGreaterThan(link.x0());
            assertThat(tag.x() + WIDTH / 2).isLessThan(link.x1());
            for (Tag other : tags) {
                boolean apart =
                        Math.abs(tag.x() - other.x()) >= WIDTH || Math.abs(tag.y() - other.y()) >= NumberTags.HEIGHT;
                assertThat(other.equals(tag) || apart)
                        .as("%s and %s", tag, other)
                        .isTrue();
            }
        }
    }

    @Test
    void aLargeNetworkHasNoNumbers() {
        assertThat(NumberTags.place(map(1100, 700, 8, 8, 1), WIDTH)).isEmpty();
        assertThat(NumberTags.place(map(1100, 700, 40, 1), WIDTH)).isEmpty();
    }

    @Test
    void aLayerWithoutRoomHasNoneRatherThanSome() {
        DiagramMap map = map(200, 300, 4, 1);
        for (int layer = 0; layer < 2; layer++) {
            int wanted = layer;
            long links =
                    map.links().stream().filter(link -> link.layer() == wanted).count();
            long tags = NumberTags.place(map, WIDTH).stream()
                    .filter(tag -> map.links().get(tag.link()).layer() == wanted)
                    .count();
            assertThat(tags).isIn(0L, links);
        }
        assertThat(NumberTags.place(map, 500)).isEmpty();
    }
}
