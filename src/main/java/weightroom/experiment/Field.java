package weightroom.experiment;

import weightroom.engine.Knob;

/**
 * One place of the experiment file that holds a number or a switch: declared once, here for the reader, the settings and
 * the forms.
 *
 * @param id name in the file
 * @param label name on screen
 * @param help what changing it causes, one sentence
 * @param kind what values it takes
 * @param initial when a file says nothing; NaN for none; 0 and 1 stand for off and on
 * @param low smallest allowed value
 * @param high largest allowed value
 * @param logarithmic whether a slider should run over its logarithm
 * @param effect when a change is felt
 */
public record Field(
        String id,
        String label,
        String help,
        Setting.Kind kind,
        double initial,
        double low,
        double high,
        boolean logarithmic,
        Setting.Effect effect) {
    public static Field number(String id, String label, String help, double initial, double low, double high) {
        return new Field(id, label, help, Setting.Kind.NUMBER, initial, low, high, false, Setting.Effect.LIVE);
    }

    public static Field whole(String id, String label, String help, double initial, double low, double high) {
        return new Field(id, label, help, Setting.Kind.WHOLE, initial, low, high, false, Setting.Effect.LIVE);
    }

    public static Field flag(String id, String label, String help, boolean initial) {
        return new Field(id, label, help, Setting.Kind.FLAG, initial ? 1 : 0, 0, 1, false, Setting.Effect.LIVE);
    }

    /** The field that a number of the vocabulary is written in. */
    public static Field of(Knob knob) {
        return new Field(
                knob.id(),
                knob.label(),
                knob.help(),
                Setting.Kind.NUMBER,
                knob.initial(),
                knob.low(),
                knob.high(),
                knob.logarithmic(),
                Setting.Effect.LIVE);
    }

    public Field overLogarithm() {
        return new Field(id, label, help, kind, initial, low, high, true, effect);
    }

    public Field fresh() {
        return new Field(id, label, help, kind, initial, low, high, logarithmic, Setting.Effect.FRESH_START);
    }

    public Field from(double changed) {
        return new Field(id, label, help, kind, changed, low, high, logarithmic, effect);
    }

    public Field upTo(double changed) {
        return new Field(id, label, help, kind, initial, low, changed, logarithmic, effect);
    }

    /** Whether "none" is a value of its own. */
    public boolean optional() {
        return Double.isNaN(initial);
    }

    /** What is allowed, for the end of "expected …". */
    public String expected() {
        return switch (kind) {
            case FLAG -> "true or false";
            case WHOLE -> "a whole number from %s to %s".formatted(Decimal.text(low), Decimal.text(high));
            default -> "a number from %s to %s".formatted(Decimal.text(low), Decimal.text(high));
        };
    }
}
