package weightroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Assignment;
import weightroom.experiment.Document;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Experiment;
import weightroom.experiment.Field;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.experiment.StartSpec;
import weightroom.lesson.Metric.Kind;
import weightroom.lesson.Part.Choice;
import weightroom.lesson.Part.Play;

/** Reads the blocks of one lesson, in their order. */
final class BlockReader {
    static final int MOST_TEXT = 2_000;
    private static final int MOST_CHOICES = 6;
    private static final int MOST_UNIT = 20;
    private static final double LARGEST = 1e30;

    static final Field EPOCHS = Field.whole("epochs", "", "", 0, 0, 1_000_000);
    private static final Field WITHIN_EPOCHS = Field.whole("within", "", "", 0, 0, 1_000_000);
    private static final Field ANSWER = Field.number("answer", "", "", 0, -LARGEST, LARGEST);
    private static final Field WITHIN = Field.number("within", "", "", 0, 0, LARGEST);
    private static final Field FRESH = Field.flag("fresh", "", "", false);
    private static final Field RIGHT = Field.flag("right", "", "", false);

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
            case CLAIM -> new ClaimReader(bench).read(block, text(block, "text"), line);
            case QUIZ -> new Part.Quiz(line, text(block, "question"), choices(block, true));
            case HINT -> new Part.Hint(line, text(block, "text"));
            case REVEAL -> new Part.Reveal(line, text(block, "title"), text(block, "text"));
            case LOOK -> new Part.Look(line, text(block, "text"));
            case EXPLAIN -> new ExplainReader(bench).read(block, text(block, "text"), line);
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
                line,
                text,
                condition,
                within,
                when,
                isByHand(condition, solved),
                new Part.Solution(solved, ClaimReader.seeds(solution, solved.seed())));
    }

    /** Weights of its own in the solution are such as a student types; and no training changes how many there are. */
    private boolean isByHand(Condition reach, Experiment solved) {
        boolean typed = solved.start().weights() instanceof StartSpec.GivenWeights
                && !solved.start().equals(bench.first().start());
        return typed || reach.measured().stream().allMatch(side -> side.metric().kind() == Metric.Kind.PARAMETERS);
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
