package weightroom.drawing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import weightroom.drawing.Drawing.At;
import weightroom.drawing.Drawing.Look;
import weightroom.drawing.Drawing.Shape;
import weightroom.engine.InvalidInput;

/**
 * Reads pictures in the part of SVG that {@code src/docs/lessons.md} lists. Whatever else is in a file is an error, so that
 * no picture looks other than its author saw it; nothing outside the file is ever read.
 */
public final class DrawingReader {
    /** Characters of the largest picture. */
    public static final int LARGEST = 200_000;

    private static final int MOST_SHAPES = 2000;
    private static final int DEEPEST = 16;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> LOOKS = Set.of("class", "fill", "stroke-width", "stroke-dasharray", "opacity");
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "svg", Set.of("viewBox", "width", "height", "role"),
            "g", Set.of("transform"),
            "path", Set.of("d"),
            "line", Set.of("x1", "y1", "x2", "y2"),
            "rect", Set.of("x", "y", "width", "height", "rx", "ry"),
            "circle", Set.of("cx", "cy", "r"),
            "ellipse", Set.of("cx", "cy", "rx", "ry"),
            "polyline", Set.of("points"),
            "polygon", Set.of("points"),
            "text", Set.of("x", "y", "text-anchor", "font-size", "font-weight"));

    private final String name;
    private final XMLStreamReader xml;
    private int shapes;

    private DrawingReader(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    /**
     * The picture in a text.
     *
     * @param name of the file, for messages
     * @throws InvalidInput naming file, line, what was found and what is understood
     */
    public static Drawing read(String name, String svg) {
        if (svg.length() > LARGEST) {
            throw new InvalidInput(
                    "%s: the picture has %,d characters, at most %,d are read".formatted(name, svg.length(), LARGEST));
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
            return new DrawingReader(name, xml).drawing();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new InvalidInput("%s, line %d: this is no XML: %s".formatted(name, line, reason(broken)), broken);
        }
    }

    private static String reason(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int text = message.indexOf("Message: ");
        return text < 0 ? message : message.substring(text + "Message: ".length());
    }

    private Drawing drawing() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw fault("a document type", "none; a picture needs no definitions");
            }
        }
        if (!xml.getLocalName().equals("svg")) {
            throw fault("<" + xml.getLocalName() + ">", "<svg xmlns=\"" + SVG + "\" viewBox=\"…\">");
        }
        Attributes svg = attributes();
        double[] box = svg.numbers("viewBox", 4);
        if (!(box[2] > 0) || !(box[3] > 0)) {
            throw fault("viewBox=\"" + svg.text("viewBox", "") + "\"", "a width and a height above 0");
        }
        return new Drawing(box[0], box[1], box[2], box[3], children(svg.look(Look.PLAIN), 0));
    }

    private List<Shape> children(Look around, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw fault("a group", "at most " + DEEPEST + " within each other");
        }
        List<Shape> children = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.getLocalName();
                    if (element.equals("title") || element.equals("desc")) {
                        xml.getElementText();
                    } else {
                        children.add(shape(element, around, depth));
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!xml.isWhiteSpace()) {
                        throw fault("the text " + xml.getText().strip(), "text only within <text>");
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw fault("&" + xml.getLocalName() + ";", "a character");
                default -> {
                    // Comments say nothing.
                }
            }
        }
        return children;
    }

    private Shape shape(String element, Look around, int depth) throws XMLStreamException {
        if (++shapes > MOST_SHAPES) {
            throw fault("another shape", "at most " + MOST_SHAPES);
        }
        if (!KNOWN.containsKey(element) || element.equals("svg")) {
            throw fault(
                    "<" + element + ">",
                    "one of <g>, <path>, <line>, <rect>, <circle>, <ellipse>, <polyline>, <polygon>, <text>");
        }
        Attributes at = attributes();
        if (element.equals("g")) {
            // Its opacity is that of the group as a whole.
            Look look = at.look(around);
            Look inner = new Look(look.tint(), look.filled(), look.strokeWidth(), look.dashes(), 1);
            double[] move = at.translation();
            return new Shape.Group(move[0], move[1], look.opacity(), children(inner, depth + 1));
        }
        Look look = at.look(around);
        if (element.equals("text")) {
            return label(at, look);
        }
        Shape shape = at.shape(element, look);
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                throw fault("<" + xml.getLocalName() + "> within <" + element + ">", "nothing");
            }
        }
        return shape;
    }

    private Shape label(Attributes at, Look look) throws XMLStreamException {
        Drawing.Anchor anchor =
                switch (at.text("text-anchor", "start")) {
                    case "start" -> Drawing.Anchor.START;
                    case "middle" -> Drawing.Anchor.MIDDLE;
                    case "end" -> Drawing.Anchor.END;
                    default ->
                        throw fault("text-anchor=\"" + at.text("text-anchor", "") + "\"", "start, middle or end");
                };
        String weight = at.text("font-weight", "400");
        boolean strong = weight.equals("bold") || weight.equals("600") || weight.equals("700");
        At point = new At(at.number("x", 0), at.number("y", 0));
        double size = at.positive("font-size", 14);
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                throw fault("<" + xml.getLocalName() + "> within <text>", "only characters");
            }
            if (xml.getEventType() == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
        return new Shape.Label(
                look, point, anchor, size, strong, text.toString().strip());
    }

    private Attributes attributes() {
        String element = xml.getLocalName();
        String space = xml.getNamespaceURI();
        if (space != null && !space.isEmpty() && !space.equals(SVG)) {
            throw fault("<" + element + "> of " + space, "elements of SVG only");
        }
        Set<String> known = KNOWN.getOrDefault(element, Set.of());
        Map<String, String> texts = new java.util.HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            boolean foreign = xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty();
            if (foreign || !known.contains(attribute) && !LOOKS.contains(attribute)) {
                throw fault(
                        attribute + " on <" + element + ">",
                        "one of " + String.join(", ", new java.util.TreeSet<>(known)) + " and "
                                + String.join(", ", new java.util.TreeSet<>(LOOKS)) + "; colours come by class");
            }
            texts.put(attribute, xml.getAttributeValue(i));
        }
        int line = xml.getLocation().getLineNumber();
        return new Attributes(element, texts, (found, expected) -> fault(line, found, expected));
    }

    private InvalidInput fault(String found, String expected) {
        return fault(xml.getLocation().getLineNumber(), found, expected);
    }

    private InvalidInput fault(int line, String found, String expected) {
        return new InvalidInput("%s, line %d: found %s, expected %s".formatted(name, line, found, expected));
    }
}
