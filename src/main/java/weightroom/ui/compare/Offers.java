package weightroom.ui.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import weightroom.engine.InvalidInput;
import weightroom.engine.Plan;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

/** The values that lanes have before anybody chose some, and those that may be added. */
final class Offers {
    private static final int MOST_WORDS = 6;
    private static final double APART = 3;
    private static final int DIGITS = 6;
    private static final List<String> OPTIMIZERS = List.of("sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam");
    private static final List<String> STARTS =
            List.of("zeros", "normal", "xavier-uniform", "he-normal", "lecun-normal");
    private static final List<String> ACTIVATIONS = List.of("sigmoid", "tanh", "relu", "leaky-relu", "elu", "swish");
    private static final List<String> LAYERS = List.of("2", "4", "8", "8-8", "16-16");

    private Offers() {}

    /** What the lanes are at first, for a difference over an experiment. */
    static List<String> values(Difference difference, String path, Experiment base) {
        return switch (difference) {
            case OPTIMIZER -> OPTIMIZERS;
            case LEARNING_RATE -> apart(base.training().optimizer().learningRate(), 2, 1e-6, 1e3);
            case INITIALIZATION -> STARTS;
            case ACTIVATION -> ACTIVATIONS;
            case BATCH -> batches(base.training().batch());
            case LAYERS -> layers(base);
            case SETTING ->
                setting(path, base).stream()
                        .filter(value -> takes(path, value, base))
                        .toList();
            case FILES -> List.of();
        };
    }

    /** Every word that a lane may be; empty where it is a number or a text. */
    static List<String> words(Difference difference, String path, Experiment base) {
        return switch (difference) {
            case ACTIVATION ->
                LayerSpec.activationIds().stream()
                        .filter(id -> !id.equals(LayerSpec.SOFTMAX))
                        .toList();
            case OPTIMIZER, INITIALIZATION -> words(difference.path(), base);
            case SETTING -> words(path, base);
            default -> List.of();
        };
    }

    /** A value that no lane has yet; empty where there is none. */
    static Optional<String> next(Question question, Experiment base) {
        List<String> words = words(question.difference(), question.path(), base);
        List<String> taken = question.values();
        if (!words.isEmpty()) {
            return words.stream().filter(word -> !taken.contains(word)).findFirst();
        }
        List<String> offered = values(question.difference(), question.path(), base);
        return offered.stream()
                .filter(value -> !taken.contains(value))
                .findFirst()
                .or(() -> further(question, base));
    }

    /** A number three times the largest that a lane has. */
    private static Optional<String> further(Question question, Experiment base) {
        if (question.difference() == Difference.FILES || question.values().isEmpty()) {
            return Optional.empty();
        }
        if (question.difference() == Difference.LAYERS) {
            return Optional.of(question.values().get(question.values().size() - 1) + "-4");
        }
        double largest = question.values().stream()
                .mapToDouble(Offers::number)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        Setting setting = Settings.find(base, question.settingPath());
        boolean counts = setting.kind() == Setting.Kind.NUMBER || setting.kind() == Setting.Kind.WHOLE;
        double wanted = Math.min(setting.high(), round(largest > 0 ? largest * APART : 1));
        return counts && Double.isFinite(wanted) && wanted > largest ? Optional.of(text(wanted)) : Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException word) {
            return Double.NaN;
        }
    }

    private static List<String> words(String path, Experiment base) {
        Setting setting = find(path, base).orElse(null);
        if (setting == null) {
            return List.of();
        }
        return setting.kind() == Setting.Kind.FLAG
                ? List.of("false", "true")
                : setting.kind() == Setting.Kind.CHOICE ? setting.words() : List.of();
    }

    private static Optional<Setting> find(String path, Experiment base) {
        try {
            return Optional.of(Settings.find(base, path));
        } catch (InvalidInput noSuchSetting) {
            return Optional.empty();
        }
    }

    private static boolean takes(String path, String value, Experiment base) {
        try {
            Settings.find(base, path).with(base, value);
            return true;
        } catch (InvalidInput doesNotFit) {
            return false;
        }
    }

    private static List<String> setting(String path, Experiment base) {
        Setting setting = find(path, base).orElse(null);
        if (setting == null) {
            return List.of();
        }
        return switch (setting.kind()) {
            case FLAG -> List.of("false", "true");
            case CHOICE ->
                setting.words().subList(0, Math.min(MOST_WORDS, setting.words().size()));
            case TEXT, LIST -> List.of(setting.text(base));
            case WHOLE, NUMBER -> numbers(setting, base);
        };
    }

    private static List<String> numbers(Setting setting, Experiment base) {
        double now = setting.number(base);
        double low = setting.low();
        double high = setting.high();
        if (Double.isNaN(now)) {
            List<String> some = new ArrayList<>(List.of(setting.text(base)));
            some.addAll(texts(DoubleStream.of(0.1, 1, 10).filter(value -> value >= low && value <= high)));
            return some;
        }
        if (setting.kind() == Setting.Kind.WHOLE) {
            double start = Math.max(low, 1);
            return now > 0
                    ? texts(DoubleStream.of(Math.max(start, Math.rint(now / 2)), now, 2 * now, 4 * now)
                            .filter(value -> value <= high))
                    : texts(DoubleStream.of(0, 1, 2, 5).filter(value -> value >= low && value <= high));
        }
        if (setting.logarithmic()) {
            return now > 0
                    ? apart(now, 2, low, high)
                    : texts(DoubleStream.of(0, 1e-4, 1e-3, 1e-2).filter(value -> value >= low && value <= high));
        }
        return high - low <= 2
                ? texts(DoubleStream.of(0, 0.25, 0.5, 0.75)
                        .map(share -> new BigDecimal(low + share * (high - low))
                                .round(new MathContext(2))
                                .doubleValue())
                        .boxed()
                        .collect(() -> new TreeSet<>(List.of(now)), TreeSet::add, TreeSet::addAll)
                        .stream()
                        .mapToDouble(value -> value))
                : texts(DoubleStream.of(now / 2, now, now == 0 ? 1 : 2 * now)
                        .filter(value -> value >= low && value <= high));
    }

    /** So many numbers on either side of one, each three times the one before. */
    private static List<String> apart(double middle, int aside, double low, double high) {
        double start = middle > 0 ? middle : 0.01;
        List<String> values = new ArrayList<>();
        for (int i = -aside; i <= aside; i++) {
            double value = i == 0 ? start : round(start * Math.pow(APART, i));
            if (value >= low && value <= high) {
                values.add(text(value));
            }
        }
        return values;
    }

    private static List<String> batches(int now) {
        TreeSet<Integer> sizes = new TreeSet<>(List.of(1, 8, 32, 128));
        if (now != Plan.FULL) {
            sizes.add(now);
        }
        List<String> values =
                new ArrayList<>(sizes.stream().map(String::valueOf).toList());
        values.add("full");
        return values;
    }

    private static List<String> layers(Experiment base) {
        List<String> values = new ArrayList<>(LAYERS);
        List<LayerSpec> all = base.network().layers();
        String now = String.join(
                "-",
                all.subList(0, all.size() - 1).stream()
                        .map(layer -> String.valueOf(layer.units()))
                        .toList());
        if (!now.isEmpty() && !values.contains(now)) {
            values.add(now);
        }
        return values;
    }

    private static List<String> texts(DoubleStream numbers) {
        return numbers.distinct().mapToObj(Offers::text).toList();
    }

    /** To one significant digit. */
    private static double round(double number) {
        return new BigDecimal(number).round(new MathContext(1)).doubleValue();
    }

    private static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
