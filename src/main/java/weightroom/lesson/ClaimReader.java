package weightroom.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import weightroom.experiment.Experiment;
import weightroom.experiment.Field;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.lesson.Part.Holds;
import weightroom.lesson.Part.Lane;

/** Reads what a lesson claims: its lanes, its seeds, what is expected of them, and of how many. */
final class ClaimReader {
    private static final int MOST_SEEDS = 256;
    private static final int USUAL_SEEDS = 3;
    private static final int MOST_LANES = 16;
    private static final int MOST_CONDITIONS = 20;

    private static final Field SEEDS = Field.whole("seeds", "", "", USUAL_SEEDS, 1, MOST_SEEDS);
    private static final Field SEED =
            Field.whole("seeds", "", "", 0, -Experiment.MAX_SEED, Experiment.MAX_SEED - MOST_SEEDS);

    private final Workbench bench;

    /** @param bench what the lesson's experiments are */
    ClaimReader(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Reads one claim.
     *
     * @param text what it says
     * @param line of the opening fence
     * @throws weightroom.engine.InvalidInput naming the place and what is wrong there
     */
    Part read(Section block, String text, int line) {
        List<Lane> lanes = lanes(block);
        Map<String, Experiment> byName = new LinkedHashMap<>();
        lanes.forEach(lane -> byName.put(lane.name(), lane.experiment()));
        long epochs = (long) block.number(
                BlockReader.EPOCHS, lanes.get(0).experiment().training().epochs());
        boolean named = !lanes.get(0).name().isEmpty();
        Experiment base = named ? bench.first() : lanes.get(0).experiment();
        List<Long> seeds = seeds(block, base.seed());
        List<Condition> expect = new ArrayList<>();
        Node expected = block.required("expect", "a condition or a list of conditions");
        boolean several = expected instanceof Node.Items;
        List<Node> nodes = several ? block.list(expected, block.path("expect"), 1, MOST_CONDITIONS) : List.of(expected);
        for (int i = 0; i < nodes.size(); i++) {
            String path = block.path("expect") + (several ? "." + i : "");
            expect.add(bench.condition(block, nodes.get(i), path, byName));
        }
        return new Part.Claim(line, text, lanes, epochs, seeds, expect, holds(block, seeds.size()));
    }

    private List<Lane> lanes(Section block) {
        if (!block.has("lanes")) {
            return List.of(new Lane("", bench.asked(block)));
        }
        for (String other : List.of("set", "experiment")) {
            if (block.has(other)) {
                throw block.fault(other, "stands beside lanes; expected one of set, experiment and lanes");
            }
        }
        Section lanes = block.requiredSection("lanes");
        if (lanes.fields().isEmpty() || lanes.fields().size() > MOST_LANES) {
            throw lanes.error(
                    "has %d lanes; expected 1 to %d".formatted(lanes.fields().size(), MOST_LANES));
        }
        List<Lane> read = new ArrayList<>();
        for (Map.Entry<String, Node> lane : lanes.fields().entrySet()) {
            String name = lane.getKey();
            if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
                throw lanes.fault(
                        lane.getValue(),
                        lanes.path(name),
                        "is no name for a lane; expected lower-case letters, digits and hyphens");
            }
            Section section = lanes.element(lane.getValue(), lanes.path(name)).only("set", "experiment");
            read.add(new Lane(name, bench.asked(section)));
        }
        return read;
    }

    /**
     * The seeds in the field {@code seeds}: how many from the first one on, or which.
     *
     * @param first of a number of seeds
     */
    static List<Long> seeds(Section section, long first) {
        Optional<Node> value = section.node("seeds");
        if (value.isPresent() && value.get() instanceof Node.Items items) {
            String path = section.path("seeds");
            List<Node> nodes = section.list(items, path, 1, MOST_SEEDS);
            List<Long> seeds = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                seeds.add((long) section.amount(SEED, nodes.get(i), path + "." + i));
            }
            if (seeds.stream().distinct().count() < seeds.size()) {
                throw section.fault("seeds", "has a seed twice; expected each once");
            }
            return seeds;
        }
        return LongStream.range(first, first + section.whole(SEEDS)).boxed().toList();
    }

    private static Holds holds(Section block, int seeds) {
        String text = block.text("holds", BlockReader.MOST_TEXT).orElse("all");
        String[] words = text.strip().split("\\s+");
        if (text.equals("all")) {
            return new Holds.All();
        }
        if (text.equals("median")) {
            return new Holds.Median();
        }
        boolean form = words.length == 3
                && words[0].equals("at")
                && (words[1].equals("least") || words[1].equals("most"))
                && words[2].matches("[0-9]{1,3}");
        if (!form) {
            throw block.fault(
                    "holds", "is \"%s\"; expected all, median, at least N or at most N".formatted(text.strip()));
        }
        int count = Integer.parseInt(words[2]);
        if (count > seeds) {
            throw block.fault("holds", "asks for %d seeds, but the claim has %d".formatted(count, seeds));
        }
        return words[1].equals("least") ? new Holds.AtLeast(count) : new Holds.AtMost(count);
    }
}
