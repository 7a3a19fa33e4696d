package weightroom.plot;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * An image that is painted again and again, whose memory is kept. There are two, painted in turns: the one of the last
 * frame may still be on its way to the screen, on another thread, while the next is painted.
 */
public final class Raster {
    private Sheet front = Sheet.of(1, 1);
    private Sheet back = Sheet.of(1, 1);

    /** Pixels and the image that shows them. */
    private record Sheet(PixelBuffer<IntBuffer> pixels, WritableImage image) {
        static Sheet of(int width, int height) {
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            return new Sheet(pixels, new WritableImage(pixels));
        }

        boolean fits(int width, int height) {
            return pixels.getWidth() == width && pixels.getHeight() == height;
        }
    }

    /** @param painter writes every pixel that will be seen, premultiplied ARGB, the top row first */
    public void paint(int width, int height, Consumer<int[]> painter) {
        Sheet next = back.fits(width, height) ? back : Sheet.of(width, height);
        back = front;
        front = next;
        next.pixels().updateBuffer(target -> {
            painter.accept(target.getBuffer().array());
            return null;
        });
    }

    /** The image painted last. */
    public Image image() {
        return front.image();
    }
}
