package weightroom.plot;

import java.util.Base64;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Writes a Scalable Vector Graphics 1.1 file: text stays text, a field becomes an embedded PNG image. */
final class SvgPen implements Pen {
    private static final double DETAIL = 2;
    private static final double MIDDLE_OF_LETTERS = 0.36;
    /** Of a weight that is loaded as a family of its own. */
    private static final String SEMI_BOLD = " Semi Bold";

    private final StringBuilder svg = new StringBuilder(4096);
    private final double weight;
    private Color strokeColor = Color.BLACK;
    private Color fillColor = Color.BLACK;
    private double lineWidth = 1;
    private double[] dashes = {};
    private double opacity = 1;
    private Font font;
    private int names;

    /**
     * @param title what the picture shows, for those who cannot see it
     * @param weight what the width of every line is multiplied with
     */
    SvgPen(String title, double width, double height, double weight, Font font) {
        this.weight = weight;
        this.font = font;
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"")
                .append(attribute("width", width))
                .append(attribute("height", height))
                .append(" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\">\n");
        if (!title.isEmpty()) {
            svg.append("<title>").append(escaped(title)).append("</title>\n");
        }
    }

    /** Ends the file and returns it. */
    String finish() {
        return svg + "</svg>\n";
    }

    @Override
    public double scale() {
        return DETAIL;
    }

    @Override
    public double sharp(double position) {
        return Math.floor(position) + 0.5;
    }

    @Override
    public void stroke(Color color, double width, double... dashes) {
        strokeColor = color;
        lineWidth = width * weight;
        this.dashes = dashes.clone();
    }

    @Override
    public void fill(Color color) {
        fillColor = color;
    }

    @Override
    public void opacity(double opacity) {
        this.opacity = opacity;
    }

    @Override
    public void font(Font font) {
        this.font = font;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2) {
        shape("line", box("x1", x1, "y1", y1, "x2", x2, "y2", y2) + stroked());
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count) {
        shape("polyline", points(xs, ys, count) + stroked() + " stroke-linejoin=\"round\"");
    }

    @Override
    public void segments(double[] places, int count) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i + 3 < count; i += 4) {
            path.append('M')
                    .append(number(places[i]))
                    .append(' ')
                    .append(number(places[i + 1]))
                    .append('L')
                    .append(number(places[i + 2]))
                    .append(' ')
                    .append(number(places[i + 3]));
        }
        shape("path", " d=\"" + path + "\"" + stroked() + " stroke-linecap=\"round\"");
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count) {
        shape("polygon", points(xs, ys, count) + filled());
    }

    @Override
    public void fillRect(double x, double y, double width, double height, double radius) {
        shape("rect", box("x", x, "y", y, "width", width, "height", height) + rounded(radius) + filled());
    }

    @Override
    public void strokeRect(double x, double y, double width, double height, double radius) {
        shape("rect", box("x", x, "y", y, "width", width, "height", height) + rounded(radius) + stroked());
    }

    @Override
    public void fillCircle(double x, double y, double radius) {
        shape("circle", attribute("cx", x) + attribute("cy", y) + attribute("r", radius) + filled());
    }

    @Override
    public void strokeCircle(double x, double y, double radius) {
        shape("circle", attribute("cx", x) + attribute("cy", y) + attribute("r", radius) + stroked());
    }

    @Override
    public void fillGradient(double x, double y, double width, double height, Color left, Color middle, Color right) {
        String name = "g" + names++;
        svg.append("<linearGradient id=\"").append(name).append("\">");
        Color[] colors = {left, middle, right};
        for (int i = 0; i < colors.length; i++) {
            svg.append("<stop").append(attribute("offset", i / 2.0)).append(paint("stop-color", colors[i], 1));
            svg.append("/>");
        }
        svg.append("</linearGradient>\n");
        String box = box("x", x, "y", y, "width", width, "height", height);
        shape("rect", box + rounded(2) + " fill=\"url(#" + name + ")\"");
    }

    @Override
    public void text(String text, double x, double y, TextAlignment alignment) {
        if (text.isEmpty()) {
            return;
        }
        String anchor =
                switch (alignment) {
                    case CENTER -> " text-anchor=\"middle\"";
                    case RIGHT -> " text-anchor=\"end\"";
                    default -> "";
                };
        double baseline = y + MIDDLE_OF_LETTERS * font.getSize();
        String family = font.getFamily();
        boolean semiBold = family.endsWith(SEMI_BOLD);
        svg.append("<text")
                .append(attribute("x", x))
                .append(attribute("y", baseline))
                .append(anchor)
                .append(" font-family=\"")
                .append(escaped(semiBold ? family.substring(0, family.length() - SEMI_BOLD.length()) : family))
                .append(", sans-serif\"")
                .append(attribute("font-size", font.getSize()))
                .append(semiBold || font.getStyle().contains("Bold") ? " font-weight=\"600\"" : "")
                .append(font.getStyle().contains("Italic") ? " font-style=\"italic\"" : "")
                .append(filled())
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    /** Fills an outline as SVG writes it: {@code M0 0L1 1Z}. */
    void fillPath(String outline) {
        shape("path", " d=\"" + outline + "\"" + filled());
    }

    /** Draws a line with round ends along an outline. */
    void strokePath(String outline) {
        shape("path", " d=\"" + outline + "\"" + stroked() + " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }

    @Override
    public void image(Image image, int border, boolean smooth, double x, double y, double width, double height) {
        String data = Base64.getEncoder().encodeToString(Png.of(image, border));
        shape(
                "image",
                box("x", x, "y", y, "width", width, "height", height)
                        + " preserveAspectRatio=\"none\""
                        + (smooth ? "" : " image-rendering=\"pixelated\"")
                        + " xlink:href=\"data:image/png;base64,"
                        + data
                        + "\"");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        String name = "c" + names++;
        svg.append("<clipPath id=\"").append(name).append("\"><rect");
        svg.append(box("x", x, "y", y, "width", width, "height", height)).append("/></clipPath>\n");
        svg.append("<g clip-path=\"url(#").append(name).append(")\">\n");
    }

    @Override
    public void unclip() {
        svg.append("</g>\n");
    }

    private void shape(String element, String attributes) {
        svg.append('<').append(element).append(attributes).append("/>\n");
    }

    private String stroked() {
        StringBuilder text = new StringBuilder(" fill=\"none\"");
        text.append(paint("stroke", strokeColor, opacity)).append(attribute("stroke-width", lineWidth));
        if (dashes.length > 0) {
            text.append(" stroke-dasharray=\"");
            for (double dash : dashes) {
                text.append(number(dash)).append(' ');
            }
            text.setCharAt(text.length() - 1, '"');
        }
        return text.toString();
    }

    private String filled() {
        return paint("fill", fillColor, opacity);
    }

    private static String paint(String name, Color color, double opacity) {
        double seen = color.getOpacity() * opacity;
        String web = String.format(Locale.ROOT, " %s=\"#%06x\"", name, ColorTable.pack(color) & 0xffffff);
        String opacityName = name.equals("stop-color") ? "stop-opacity" : name + "-opacity";
        return seen < 1 ? web + attribute(opacityName, seen) : web;
    }

    private static String points(double[] xs, double[] ys, int count) {
        StringBuilder text = new StringBuilder(" points=\"");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return text.append('"').toString();
    }

    private static String box(String a, double x, String b, double y, String c, double width, String d, double height) {
        return attribute(a, x) + attribute(b, y) + attribute(c, width) + attribute(d, height);
    }

    private static String rounded(double radius) {
        return radius > 0 ? attribute("rx", radius) : "";
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** With two digits after the point, and none that say nothing. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String text = Double.toString(hundredths / 100.0);
        return text.indexOf('E') < 0 ? text : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
