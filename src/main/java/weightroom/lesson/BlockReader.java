package weightroom.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Assignment;
import weightroom.experiment.Document;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Experiment;
import weightroom.experiment.Field;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.lesson.Metric.Kind;
import weightroom.lesson.Part.Choice;
import weightroom.lesson.Part.Holds;
import weightroom.lesson.Part.Lane;
import weightroom.lesson.Part.Play;

/** Reads the blocks of one lesson, in their order. */
final class BlockReader {
    static final int MOST_TEXT = 2_000;
    private static final int MOST_SEEDS = 256;
    private static final int USUAL_SEEDS = 3;
    private static final int MOST_LANES = 16;
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_CHOICES = 6;
    private static final int MOST_UNIT = 20;
    private static final double LARGEST = 1e30;

    private static final Field EPOCHS = Field.whole("epochs", "", "", 0, 0, 1_000_000);
    private static final Field WITHIN_EPOCHS = Field.whole("within", "", "", 0, 0, 1_000_000);
    private static final Field ANSWER = Field.number("answer", "", "", 0, -LARGEST, LARGEST);
    private static final Field WITHIN = Field.number("within", "", "", 0, 0, LARGEST);
    private static final Field FRESH = Field.flag("fresh", "", "", false);
    private static final Field RIGHT = Field.flag("right", "", "", false);
    private static final Field SEEDS = Field.whole("seeds", "", "", USUAL_SEEDS, 1, MOST_SEEDS);
    private static final Field SEED =
            Field.whole("seeds", "", "", 0, -Experiment.MAX_SEED, Experiment.MAX_SEED - MOST_SEEDS);

    private final String file;
    private final Workbench bench;
    private final ProseCheck prose;

    /**
     * @param file for messages
     * @param bench what the lesson's experiments are
     */
    BlockReader(String file, Workbench bench, ProseCheck prose) {
        this.file = file;
        this.bench = bench;
        this.prose = prose;
    }

    /**
     * Reads one block.
     *
     * @param yaml what stands between its fences
     * @param line of the opening fence
     * @throws InvalidInput naming the place and what is wrong there
     */
    Part read(BlockWord word, String yaml, int line) {
        Document document = DocumentParser.yaml(
                file, yaml, line + 1, "the fields of %s: %s".formatted(word.id(), String.join(", ", word.fields())));
        Section block = Section.of(document, word.id(), document.root()).only(word.fields());
        return switch (word) {
            case PREDICT -> predict(block, line);
            case DO -> doing(block, line);
            case GOAL -> goal(block, line);
            case CLAIM -> claim(block, line);
            case QUIZ -> new Part.Quiz(line, text(block, "question"), choices(block, true));
            case HINT -> new Part.Hint(line, text(block, "text"));
            case REVEAL -> new Part.Reveal(line, text(block, "title"), text(block, "text"));
            case LOOK -> new Part.Look(line, text(block, "text"));
            case UNLOCK -> unlock(block, line);
        };
    }

    private Part predict(Section block, int line) {
        String question = text(block, "question");
        Optional<Play> then = block.section("then")
                .map(section -> played(section.only("set", "experiment", "fresh", "epochs", "until")));
        Part.Answer answer = answer(block, then);
        return new Part.Predict(line, question, answer, then, optionalText(block, "explain"));
    }

    private Part.Answer answer(Section block, Optional<Play> then) {
        List<String> given = List.of("choices", "number", "curve").stream()
                .filter(block::has)
                .toList();
        if (given.size() != 1) {
            throw block.error("has %s; expected one of choices, number and curve"
                    .formatted(given.isEmpty() ? "no answer" : String.join(" and ", given)));
        }
        return switch (given.get(0)) {
            case "choices" -> new Part.Answer.Choices(choices(block, false));
            case "number" -> amount(block.requiredSection("number").only("answer", "within", "unit"));
            default -> drawn(block, then);
        };
    }

    private static Part.Answer amount(Section number) {
        number.required("answer", ANSWER.expected());
        number.required("within", WITHIN.expected());
        return new Part.Answer.Amount(
                number.number(ANSWER),
                number.number(WITHIN),
                number.text("unit", MOST_UNIT).orElse(""));
    }

    private Part.Answer drawn(Section block, Optional<Play> then) {
        Section curve = block.requiredSection("curve").only("over", "epochs");
        Play play = then.orElseThrow(() -> block.fault("curve", "needs then: what is played and laid over it"));
        List<String> ids = List.of(Kind.values()).stream()
                .filter(Kind::hasHistory)
                .map(Kind::id)
                .toList();
        curve.required("over", "one of: " + String.join(", ", ids));
        Metric over =
                Metric.of(Kind.byId(curve.choice("over", ids).orElseThrow()).orElseThrow());
        try {
            Workbench.checkFits(over, bench.setup(play.experiment().orElse(bench.first())));
        } catch (InvalidInput e) {
            throw curve.fault("over", "is wrong: " + e.getMessage());
        }
        return new Part.Answer.Drawn(over, (long) curve.number(EPOCHS, play.epochs()));
    }

    private List<Choice> choices(Section block, boolean explained) {
        String path = block.path("choices");
        List<Node> nodes = block.list(
                block.required("choices", "a list of 2 to %d choices".formatted(MOST_CHOICES)), path, 2, MOST_CHOICES);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Section choice = block.element(nodes.get(i), path + "." + i).only("text", "right", "why");
            String why = explained ? text(choice, "why") : optionalText(choice, "why");
            choices.add(new Choice(text(choice, "text"), choice.flag(RIGHT), why));
        }
        long right = choices.stream().filter(Choice::right).count();
        if (right != 1) {
            throw block.fault("choices", "has %d right choices; expected right: true on exactly one".formatted(right));
        }
        return choices;
    }

    /** What a prediction plays: always from the lesson's experiment. */
    private Play played(Section then) {
        Experiment experiment = bench.asked(then);
        Optional<Condition> until =
                then.node("until").map(value -> bench.condition(then, value, then.path("until"), experiment));
        long epochs = (long) then.number(EPOCHS, experiment.training().epochs());
        bench.open(experiment);
        return new Play(Optional.of(experiment), bench.changes(then, "set"), then.flag(FRESH), epochs, until);
    }

    private Part doing(Section block, int line) {
        String text = text(block, "text");
        if (block.fields().size() == 1) {
            throw block.error("does nothing; expected set, fresh, epochs or until");
        }
        List<Assignment> set = bench.changes(block, "set");
        Experiment experiment = Assignment.applyAll(set, bench.open());
        bench.check(block, "set", experiment);
        Optional<Condition> until =
                block.node("until").map(value -> bench.condition(block, value, block.path("until"), experiment));
        double usual = until.isPresent() ? experiment.training().epochs() : 0;
        bench.open(experiment);
        Play play = new Play(Optional.empty(), set, block.flag(FRESH), (long) block.number(EPOCHS, usual), until);
        return new Part.Do(line, text, play);
    }

    private Part goal(Section block, int line) {
        String text = text(block, "text");
        Section solution = block.requiredSection("solution").only("set", "experiment", "fresh", "seeds");
        Experiment solved = bench.asked(solution);
        Node reach = block.required("reach", "a condition such as train-loss < 0.05");
        Condition condition = bench.condition(block, reach, block.path("reach"), solved);
        List<Assignment> when = bench.changes(block, "when");
        for (Assignment must : when) {
            must.applyTo(solved);
            if (!must.holdsIn(solved)) {
                throw solution.error(
                        "makes %s something else than %s, which when asks for".formatted(must.path(), must.text()));
            }
        }
        long within =
                (long) block.number(WITHIN_EPOCHS, bench.first().training().epochs());
        return new Part.Goal(
                line, text, condition, within, when, new Part.Solution(solved, seeds(solution, solved.seed())));
    }

    private Part claim(Section block, int line) {
        String text = text(block, "text");
        List<Lane> lanes = lanes(block);
        Map<String, Experiment> byName = new LinkedHashMap<>();
        lanes.forEach(lane -> byName.put(lane.name(), lane.experiment()));
        long epochs =
                (long) block.number(EPOCHS, lanes.get(0).experiment().training().epochs());
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

    private static List<Long> seeds(Section section, long first) {
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
        String text = block.text("holds", MOST_TEXT).orElse("all");
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

    private Part unlock(Section block, int line) {
        if (block.fields().isEmpty()) {
            throw block.error("unlocks nothing; expected settings, plots or view");
        }
        return new Part.Unlock(
                line,
                LessonReader.settings(block, List.of(bench.first(), bench.open())),
                LessonReader.views(block, "plots", List.of()),
                block.choice("view", View.ids()).map(View::byId));
    }

    private String text(Section section, String field) {
        Node value = section.required(field, "a text");
        String text = section.text(field, MOST_TEXT).orElseThrow();
        prose.checkText(section.path(field), text, value.line());
        return text.strip();
    }

    private String optionalText(Section section, String field) {
        return section.has(field) ? text(section, field) : "";
    }
}
