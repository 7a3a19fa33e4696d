package weightroom.ui.kit;

/** Style classes for the colours of lanes, which repeat after the sixth. */
public final class LaneColor {
    private static final int COLORS = 6;

    private LaneColor() {}

    /**
     * The class of one lane.
     *
     * @param lane from 0
     */
    public static String of(int lane) {
        return "lane-" + lane % COLORS;
    }
}
