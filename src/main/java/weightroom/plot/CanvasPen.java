package weightroom.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasPen implements Pen {
    private final GraphicsContext g;
    private final double scale;
    private final double weight;

    /**
     * @param scale device pixels per pixel
     * @param weight what the width of every line is multiplied with
     */
    CanvasPen(GraphicsContext g, double scale, double weight, Font font) {
        this.g = g;
        this.scale = scale;
        this.weight = weight;
        g.setGlobalAlpha(1);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font);
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public void stroke(Color color, double width, double... dashes) {
        g.setStroke(color);
        g.setLineWidth(width * weight);
        g.setLineDashes(dashes);
    }

    @Override
    public void fill(Color color) {
        g.setFill(color);
    }

    @Override
    public void opacity(double opacity) {
        g.setGlobalAlpha(opacity);
    }

    @Override
    public void font(Font font) {
        g.setFont(font);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2) {
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count) {
        g.strokePolyline(xs, ys, count);
    }

    @Override
    public void segments(double[] places, int count) {
        g.beginPath();
        for (int i = 0; i + 3 < count; i += 4) {
            g.moveTo(places[i], places[i + 1]);
            g.lineTo(places[i + 2], places[i + 3]);
        }
        g.setLineCap(StrokeLineCap.ROUND);
        g.stroke();
        g.setLineCap(StrokeLineCap.BUTT);
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count) {
        g.fillPolygon(xs, ys, count);
    }

    @Override
    public void fillRect(double x, double y, double width, double height, double radius) {
        if (radius > 0) {
            g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        } else {
            g.fillRect(x, y, width, height);
        }
    }

    @Override
    public void strokeRect(double x, double y, double width, double height, double radius) {
        if (radius > 0) {
            g.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        } else {
            g.strokeRect(x, y, width, height);
        }
    }

    @Override
    public void fillCircle(double x, double y, double radius) {
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void strokeCircle(double x, double y, double radius) {
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void fillGradient(double x, double y, double width, double height, Color left, Color middle, Color right) {
        Stop[] stops = {new Stop(0, left), new Stop(0.5, middle), new Stop(1, right)};
        g.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        g.fillRoundRect(x, y, width, height, 4, 4);
    }

    @Override
    public void text(String text, double x, double y, TextAlignment alignment) {
        g.setTextAlign(alignment);
        g.fillText(text, x, y);
    }

    @Override
    public void image(Image image, int border, boolean smooth, double x, double y, double width, double height) {
        g.setImageSmoothing(smooth);
        double columns = image.getWidth() - 2 * border;
        double rows = image.getHeight() - 2 * border;
        g.drawImage(image, border, border, columns, rows, x, y, width, height);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
    }
}
