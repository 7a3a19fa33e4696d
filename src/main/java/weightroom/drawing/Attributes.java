package weightroom.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.drawing.Drawing.At;
import weightroom.drawing.Drawing.Look;
import weightroom.drawing.Drawing.Shape;
import weightroom.engine.InvalidInput;
import weightroom.formula.Tint;

/** What stands in the tag of an element of SVG. */
final class Attributes {
    /** Makes an error out of what was found and what was expected. */
    interface Fault {
        InvalidInput because(String found, String expected);
    }

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern TRANSLATION =
            Pattern.compile("\\s*translate\\(\\s*([^\\s,)]+)\\s*(?:[\\s,]\\s*([^\\s,)]+)\\s*)?\\)\\s*");
    private static final Pattern STEP = Pattern.compile("\\s*([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)");
    private static final double FARTHEST = 1e5;

    private final String element;
    private final Map<String, String> texts;
    private final Fault fault;

    Attributes(String element, Map<String, String> texts, Fault fault) {
        this.element = element;
        this.texts = texts;
        this.fault = fault;
    }

    String text(String name, String otherwise) {
        return texts.getOrDefault(name, otherwise);
    }

    private InvalidInput wrong(String name, String expected) {
        String text = texts.get(name);
        String found = text == null ? "<" + element + "> without " + name : name + "=\"" + text + "\"";
        return fault.because(found, expected);
    }

    double number(String name, double otherwise) {
        String text = texts.get(name);
        return text == null ? otherwise : parse(name, text.strip());
    }

    private double parse(String name, String text) {
        String digits = text.endsWith("px") ? text.substring(0, text.length() - 2) : text;
        if (!NUMBER.matcher(digits).matches() || Math.abs(Double.parseDouble(digits)) > FARTHEST) {
            throw wrong(name, "a number between -100000 and 100000, without a unit");
        }
        return Double.parseDouble(digits);
    }

    double positive(String name, double otherwise) {
        double number = number(name, otherwise);
        if (!(number > 0)) {
            throw wrong(name, "a number above 0");
        }
        return number;
    }

    private double size(String name) {
        double number = number(name, Double.NaN);
        if (!(number >= 0)) {
            throw wrong(name, "a number from 0 on");
        }
        return number;
    }

    /** So many numbers, between spaces or commas; any number of them where it is 0. */
    double[] numbers(String name, int count) {
        String text = texts.getOrDefault(name, "").strip();
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split("[\\s,]+")) {
            if (part.isEmpty()) {
                throw wrong(name, count == 0 ? "numbers" : count + " numbers");
            }
            numbers.add(parse(name, part));
        }
        if (count != 0 && numbers.size() != count) {
            throw wrong(name, count + " numbers");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How far {@code transform} moves in x and y. */
    double[] translation() {
        String text = texts.get("transform");
        if (text == null) {
            return new double[] {0, 0};
        }
        Matcher matcher = TRANSLATION.matcher(text);
        if (!matcher.matches()) {
            throw wrong("transform", "translate(x, y)");
        }
        String y = matcher.group(2);
        return new double[] {parse("transform", matcher.group(1)), y == null ? 0 : parse("transform", y)};
    }

    /** How it looks within what has a look already. */
    Look look(Look around) {
        Tint tint = around.tint();
        boolean filled = around.filled();
        boolean coloured = false;
        for (String word : text("class", "").strip().split("\\s+")) {
            if (word.equals("fill")) {
                filled = true;
            } else if (!word.isEmpty()) {
                if (coloured) {
                    throw wrong("class", "one colour, and fill or not");
                }
                tint = Tint.byId(word).orElseThrow(() -> wrong("class", "fill or one of: " + Tint.ids()));
                coloured = true;
            }
        }
        String fill = text("fill", "none");
        if (!fill.equals("none")) {
            throw wrong("fill", "none; a filled shape has class=\"accent fill\"");
        }
        if (texts.containsKey("fill") && !text("class", "").contains("fill")) {
            filled = false;
        }
        double opacity = number("opacity", 1);
        if (!(opacity >= 0 && opacity <= 1)) {
            throw wrong("opacity", "a number from 0 to 1");
        }
        List<Double> dashes = around.dashes();
        if (texts.containsKey("stroke-dasharray")) {
            dashes = text("stroke-dasharray", "").equals("none")
                    ? List.of()
                    : Arrays.stream(numbers("stroke-dasharray", 0)).boxed().toList();
        }
        if (dashes.stream().anyMatch(dash -> dash < 0)
                || !dashes.isEmpty() && dashes.stream().allMatch(dash -> dash == 0)) {
            throw wrong("stroke-dasharray", "lengths above 0");
        }
        return new Look(tint, filled, positive("stroke-width", around.strokeWidth()), dashes, opacity);
    }

    /** Any shape but groups and text. */
    Shape shape(String name, Look look) {
        return switch (name) {
            case "line" ->
                new Shape.Line(
                        look, new At(number("x1", 0), number("y1", 0)), new At(number("x2", 0), number("y2", 0)));
            case "rect" ->
                new Shape.Box(
                        look,
                        new At(number("x", 0), number("y", 0)),
                        size("width"),
                        size("height"),
                        Math.max(number("rx", 0), number("ry", 0)));
            case "circle" -> new Shape.Oval(look, new At(number("cx", 0), number("cy", 0)), size("r"), size("r"));
            case "ellipse" -> new Shape.Oval(look, new At(number("cx", 0), number("cy", 0)), size("rx"), size("ry"));
            case "path" -> new Shape.Outline(look, path());
            default -> new Shape.Chain(look, points(), name.equals("polygon"));
        };
    }

    private List<At> points() {
        double[] numbers = numbers("points", 0);
        if (numbers.length % 2 != 0 || numbers.length < 4) {
            throw wrong("points", "at least two points, an x and a y for each");
        }
        List<At> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new At(numbers[i], numbers[i + 1]));
        }
        return points;
    }

    /** The data of a path, after a look at whether every step has its numbers. */
    private String path() {
        String data = text("d", "").strip();
        Matcher steps = STEP.matcher(data);
        int end = 0;
        while (steps.find() && steps.start() == end) {
            String step = steps.group(1);
            int each = numbersOf(step.charAt(0));
            int count = count(steps.group(2));
            boolean first = end == 0;
            if (first && !step.equalsIgnoreCase("M") || (each == 0 ? count != 0 : count == 0 || count % each != 0)) {
                throw wrong("d", first ? "M with two numbers first" : step + " with " + each + " numbers at a time");
            }
            end = steps.end();
        }
        if (end != data.length() || data.isEmpty()) {
            throw wrong("d", "steps M, L, H, V, C, S, Q, T, A, Z with their numbers");
        }
        return data;
    }

    private static int numbersOf(char step) {
        return switch (Character.toUpperCase(step)) {
            case 'Z' -> 0;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'S', 'Q' -> 4;
            case 'A' -> 7;
            default -> 2;
        };
    }

    private int count(String numbers) {
        Matcher matcher = NUMBER.matcher(numbers);
        int count = 0;
        int end = 0;
        while (matcher.find()) {
            if (!numbers.substring(end, matcher.start()).matches("[\\s,]*")) {
                throw wrong("d", "numbers between spaces or commas");
            }
            parse("d", matcher.group());
            count++;
            end = matcher.end();
        }
        if (!numbers.substring(end).matches("[\\s,]*")) {
            throw wrong("d", "numbers between spaces or commas");
        }
        return count;
    }
}
