package weightroom.race;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Node;

/** Makes lanes from whole experiments and from what is to differ. */
public final class Lanes {
    private static final String OPTIMIZER = "training.optimizer";
    private static final String LAYERS = "network.layers";
    /** What still fits beside a curve. */
    private static final int LONGEST_NAME = 32;

    private Lanes() {}

    /**
     * Every value of every variation with every other, for each of some whole experiments: the first varies slowest. All
     * lanes get the seed of the first experiment. A lane is called by what makes it differ, an optimizer by its label; lanes
     * that would have the same name are numbered.
     *
     * @param wholes at least one
     * @throws InvalidInput when there would be more lanes than {@link Contest#MOST_LANES}, or an experiment cannot take a
     *     value
     */
    public static List<Lane> of(List<Lane> wholes, List<Variation> variations) {
        long count = variations.stream()
                .mapToLong(variation -> Math.min(variation.values().size(), Contest.MOST_LANES + 1L))
                .reduce(wholes.size(), (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (count > Contest.MOST_LANES) {
            throw new InvalidInput(Text.of("lanes.number", count, 1, Contest.MOST_LANES));
        }
        long seed = wholes.get(0).experiment().seed();
        List<Draft> drafts = new ArrayList<>();
        for (Lane whole : wholes) {
            Experiment experiment = whole.experiment().withSeed(seed);
            String name = wholes.size() > 1 || variations.isEmpty() ? whole.name() : "";
            String setting = wholes.size() > 1 || variations.isEmpty() ? whole.setting() : "";
            drafts.add(new Draft(name, setting, new Lane("", "", experiment, whole.folder())));
        }
        for (Variation variation : variations) {
            drafts = drafts.stream()
                    .flatMap(draft -> variation.values().stream()
                            .map(value -> draft.with(variation, value, variations.size() > 1)))
                    .toList();
        }
        drafts.forEach(draft -> Variation.checkFit(draft.lane().experiment()));
        return named(drafts);
    }

    /** A lane on its way, and what was put together of its name and setting. */
    private record Draft(String name, String setting, Lane lane) {
        Draft with(Variation variation, Node value, boolean oneOfSeveral) {
            Experiment changed = applied(variation, value);
            String word = word(variation, value, changed, oneOfSeveral);
            String assigned = variation.path() + "=" + variation.text(value);
            return new Draft(
                    name.isEmpty() ? word : name + Text.of("lanes.comma") + word,
                    setting.isEmpty() ? assigned : setting + Text.of("lanes.comma") + assigned,
                    new Lane("", "", changed, lane.folder()));
        }

        private Experiment applied(Variation variation, Node value) {
            try {
                return variation.apply(lane.experiment(), value);
            } catch (InvalidInput e) {
                throw name.isEmpty()
                        ? e
                        : new InvalidInput(Text.of("lanes.fault", name, String.valueOf(e.getMessage())), e);
            }
        }
    }

    private static String word(Variation variation, Node value, Experiment changed, boolean oneOfSeveral) {
        String path = variation.path();
        if (path.equals(OPTIMIZER) || path.equals(OPTIMIZER + ".id")) {
            return changed.training().optimizer().optimizer().label();
        }
        if (path.equals(LAYERS)) {
            List<String> units = changed.network().layers().stream()
                    .map(LayerSpec::units)
                    .map(String::valueOf)
                    .toList();
            return String.join("-", units);
        }
        String text = variation.text(value);
        String shown = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME - 1) + "…" : text;
        boolean wordAlone = !shown.matches("[-+.0-9].*|true|false|none|full|[\\[{].*");
        boolean number = shown.matches("[-+.0-9].*");
        return wordAlone || (number && !oneOfSeveral) ? shown : Text.of("lanes.value", last(path), shown);
    }

    /** What of a path says the most. */
    static String last(String path) {
        String[] steps = path.split("\\.", -1);
        String last = steps[steps.length - 1];
        return last.equals("id") && steps.length > 1 ? steps[steps.length - 2] : last;
    }

    private static List<Lane> named(List<Draft> drafts) {
        Set<String> taken = new HashSet<>();
        List<Lane> lanes = new ArrayList<>();
        for (Draft draft : drafts) {
            String name = draft.name();
            for (int number = 2; !taken.add(name); number++) {
                name = Text.of("lanes.again", draft.name(), number);
            }
            lanes.add(new Lane(
                    name,
                    draft.setting(),
                    draft.lane().experiment(),
                    draft.lane().folder()));
        }
        return List.copyOf(lanes);
    }

    /**
     * Whole experiments that are called by their files, called by their titles instead where each has one of its own.
     */
    public static List<Lane> titled(List<Lane> untitled) {
        long titles = untitled.stream()
                .map(lane -> lane.experiment().title())
                .filter(title -> !title.isBlank())
                .distinct()
                .count();
        boolean byTitle = titles == untitled.size();
        return untitled.stream()
                .map(lane -> byTitle
                        ? new Lane(lane.experiment().title(), lane.setting(), lane.experiment(), lane.folder())
                        : lane)
                .toList();
    }
}
