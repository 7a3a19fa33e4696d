package weightroom.ui.frame;

/** Style classes for the colours of lanes, which repeat after the sixth. */
final class LaneColor {
    private static final int COLORS = 6;

    private LaneColor() {}

    /** @param lane from 0 */
    static String of(int lane) {
        return "lane-" + lane % COLORS;
    }
}
