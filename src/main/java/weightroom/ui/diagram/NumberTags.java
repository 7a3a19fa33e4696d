package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the weights of a small network stand as numbers: each on its link, none over another. A layer gets all of its numbers
 * or none, so that one without a number is never taken for one that has none.
 */
final class NumberTags {
    /** More would be a table and no picture. */
    static final int MOST_LINKS = 24;

    static final double HEIGHT = 16;
    private static final double MARGIN = 3;
    /** Straight links are marked in their middle; others near where they leave or arrive, where they stand apart. */
    private static final double[] MIDDLE_FIRST = {0.5, 0.35, 0.65, 0.25, 0.75};

    private static final double[] ENDS_FIRST = {0.28, 0.22, 0.34, 0.72, 0.78, 0.66, 0.4, 0.6, 0.5};
    private static final double STRAIGHT = 12;

    private NumberTags() {}

    /**
     * A number's place.
     *
     * @param link its index in the map's links
     * @param x of its centre
     * @param y of its centre
     * @param width of its box in pixels
     */
    record Tag(int link, double x, double y, double width) {
        private boolean covers(Tag other) {
            return Math.abs(x - other.x) < (width + other.width) / 2 + 1 && Math.abs(y - other.y) < HEIGHT + 1;
        }
    }

    /** Whether a network has few enough links for numbers. */
    static boolean isSmall(DiagramMap map) {
        boolean whole =
                map.layout().columns().stream().allMatch(column -> column.more().isEmpty());
        return whole && map.links().size() <= MOST_LINKS;
    }

    /**
     * The tags of all layers that have room for theirs; none at all for a large network.
     *
     * @param width of a tag in pixels
     */
    static List<Tag> place(DiagramMap map, double width) {
        List<Tag> tags = new ArrayList<>();
        if (isSmall(map)) {
            for (int layer = 0; layer <= map.layout().outputLayer(); layer++) {
                tags.addAll(ofLayer(map.links(), layer, width));
            }
        }
        return tags;
    }

    /** Straight links first, since they have but one good place. */
    private static List<Tag> ofLayer(List<LinkCurve> links, int layer, double width) {
        List<Tag> placed = new ArrayList<>();
        int wanted = 0;
        for (boolean straight : new boolean[] {true, false}) {
            for (int i = 0; i < links.size(); i++) {
                LinkCurve link = links.get(i);
                if (link.layer() == layer && isStraight(link) == straight) {
                    wanted++;
                    free(link, i, width, placed).ifPresent(placed::add);
                }
            }
        }
        return placed.size() == wanted ? placed : List.of();
    }

    private static boolean isStraight(LinkCurve link) {
        return Math.abs(link.y1() - link.y0()) < STRAIGHT;
    }

    private static Optional<Tag> free(LinkCurve link, int index, double width, List<Tag> placed) {
        double least = link.x0() + width / 2 + MARGIN;
        double most = link.x1() - width / 2 - MARGIN;
        if (least > most) {
            return Optional.empty();
        }
        for (double share : isStraight(link) ? MIDDLE_FIRST : ENDS_FIRST) {
            double x = Math.max(least, Math.min(most, link.x0() + share * (link.x1() - link.x0())));
            Tag tag = new Tag(index, x, link.y(x), width);
            if (placed.stream().noneMatch(tag::covers)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }
}
