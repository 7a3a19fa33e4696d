package weightroom.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

/**
 * What was changed from one experiment to another, in words.
 *
 * @param what the paths of the settings that differ; the same for two turns of the same knob
 * @param text {@code learning rate 0.01 → 0.05}; empty for no difference
 * @param before {@code learning rate 0.01}
 * @param after {@code learning rate 0.05}
 */
record Difference(String what, String text, String before, String after) {
    /** More than these are counted, not named. */
    private static final int NAMED = 2;

    private static final String LAYER = "network.layers.";

    /** The letter that stands for it in formulas, behind a name. */
    private static final Pattern SYMBOL = Pattern.compile("(?<=[a-z0-9]) \\p{IsGreek}$");

    /** One setting that differs. */
    private record Turn(String path, String name, String before, String after) {
        String text() {
            return before.isEmpty() && after.isEmpty() ? name : Text.of("change.value", name, before, after);
        }

        String state(String value) {
            return value.isEmpty() ? name : Text.of("change.state", name, value);
        }
    }

    static Difference between(Experiment before, Experiment after) {
        List<Turn> turns = new ArrayList<>();
        addSettings(before, after, turns);
        addRest(before, after, turns);
        return new Difference(
                turns.stream().map(Turn::path).collect(Collectors.joining(" ")),
                sentence(turns, Turn::text),
                sentence(turns, turn -> turn.state(turn.before())),
                sentence(turns, turn -> turn.state(turn.after())));
    }

    private static void addSettings(Experiment before, Experiment after, List<Turn> turns) {
        Map<String, Setting> had =
                Settings.of(before).stream().collect(Collectors.toMap(Setting::path, Function.identity()));
        boolean sameDepth =
                before.network().layers().size() == after.network().layers().size();
        for (Setting setting : Settings.of(after)) {
            String path = setting.path();
            boolean comparable = had.containsKey(path)
                    && !(path.startsWith("data.") && !comparable(before.data(), after.data()))
                    && !(path.startsWith(LAYER)
                            && (!sameDepth || before.network().equals(after.network())))
                    && !(path.startsWith("start.") && before.start().equals(after.start()))
                    && !(path.startsWith("training.") && before.training().equals(after.training()));
            if (comparable && !setting.text(before).equals(setting.text(after))) {
                turns.add(new Turn(path, name(setting), setting.text(before), setting.text(after)));
            }
        }
        turns.sort(Comparator.comparing(turn -> !turn.path().endsWith("id")));
    }

    /** Rows of one's own have no settings worth comparing, and may be many. */
    private static boolean comparable(DataSpec before, DataSpec after) {
        return !before.equals(after)
                && before.origin() instanceof DataSpec.Source
                && after.origin() instanceof DataSpec.Source;
    }

    /** What no setting stands for: rows, weights written out, layers more or fewer. */
    private static void addRest(Experiment before, Experiment after, List<Turn> turns) {
        if (before.network().layers().size() != after.network().layers().size()) {
            turns.add(new Turn("network", Text.of("change.network"), shape(before.network()), shape(after.network())));
        } else if (!before.network().equals(after.network()) && none(turns, LAYER)) {
            boolean off = !before.network()
                    .off()
                    .keySet()
                    .equals(after.network().off().keySet());
            turns.add(new Turn("network", Text.of(off ? "change.off" : "change.locked"), "", ""));
        }
        if (!before.data().equals(after.data()) && none(turns, "data.")) {
            turns.add(new Turn("data", Text.of("change.data"), "", ""));
        }
        if (!before.start().equals(after.start()) && none(turns, "start.")) {
            turns.add(new Turn("start", Text.of("change.start"), "", ""));
        }
    }

    private static boolean none(List<Turn> turns, String prefix) {
        return turns.stream().noneMatch(turn -> turn.path().startsWith(prefix));
    }

    /** {@code 8-8-1}. */
    private static String shape(NetworkSpec network) {
        return network.layers().stream()
                .map(layer -> Integer.toString(layer.units()))
                .collect(Collectors.joining("-"));
    }

    /** {@code learning rate}, {@code layer 1 activation}: as within a sentence. */
    private static String name(Setting setting) {
        String label = SYMBOL.matcher(setting.label()).replaceFirst("");
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        String lower = word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
        if (!setting.path().startsWith(LAYER)) {
            return lower;
        }
        String rest = setting.path().substring(LAYER.length());
        int layer = Integer.parseInt(rest.substring(0, rest.indexOf('.')));
        return Text.of("change.layer", layer + 1, lower);
    }

    private static String sentence(List<Turn> turns, Function<Turn, String> words) {
        UnaryOperator<String> more =
                named -> turns.size() <= NAMED ? named : Text.of("change.more", named, turns.size() - NAMED);
        return more.apply(turns.stream().limit(NAMED).map(words).collect(Collectors.joining(", ")));
    }
}
