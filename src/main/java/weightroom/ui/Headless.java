package weightroom.ui;

/** A screen that exists in memory only. */
final class Headless {
    private Headless() {}

    /** Has JavaFX, which must not be running yet, draw on such a screen of this size in pixels. */
    static void prepare(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("headless.geometry", "%dx%d".formatted(width, height));
        System.setProperty("java.awt.headless", "true");
    }
}
