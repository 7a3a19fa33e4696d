package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weightroom.engine.InvalidInput;

/** A good lesson with one mistake at a time: every one is found, at its line, and what was expected is said. */
class BrokenLessonsTest {
    private static final String GOOD = Lessons.read(Lessons.RESOURCES.resolve("good.md"));

    /**
     * @param from what is replaced in the good lesson, once
     * @param line that the message names
     * @param message what else it says
     */
    private record Mistake(String from, String to, int line, String message) {}

    private static final List<Mistake> MISTAKES = List.of(
            // The head
            new Mistake("---\ntitle", "title", 1, "found no head"),
            new Mistake("plots: [network, loss]\n---\n", "plots: [network, loss]\n", 1, "a head that never ends"),
            new Mistake("title: \"A lesson with everything in it\"\n", "", 2, "no field \"title\""),
            new Mistake("\"A lesson with everything in it\"", "\"\"", 2, "title is empty"),
            new Mistake("\"A lesson with everything in it\"", "7", 2, "a text of at most 120"),
            new Mistake("minutes: 8", "minutes: 90", 3, "a whole number from 1 to 60"),
            new Mistake("minutes: 8", "minutes: eight", 3, "a whole number from 1 to 60"),
            new Mistake("minutes: 8\n", "", 2, "no field \"minutes\""),
            new Mistake("minutes: 8", "minute: 8", 3, "did you mean \"minutes\"?"),
            new Mistake("minutes: 8", "minutes: 8\nminutes: 9", 4, "a second time"),
            new Mistake("view: boundary", "view: boundry", 11, "did you mean \"boundary\"?"),
            new Mistake("plots: [network, loss]", "plots: [network, los]", 12, "did you mean \"loss\"?"),
            new Mistake(
                    "plots: [network, loss]", "plots: [network, loss, weights, gradients, accuracy]", 12, "at most 4"),
            new Mistake("plots: [network, loss]", "plots: [loss, loss]", 12, "\"loss\" twice"),
            new Mistake("plots: [network, loss]", "plots: loss", 12, "expected a list"),
            new Mistake("plots: [network, loss]", "plots: [network, 3]", 12, "a list of texts"),
            new Mistake(
                    "[training.optimizer.learning-rate, seed]",
                    "[training.optimizer.learning-rat]",
                    10,
                    "did you mean \"training.optimizer.learning-rate\"?"),
            new Mistake("plots: [network, loss]", "plots: [network, loss", 12, "ends in the middle"),
            new Mistake("minutes: 8", "minutes: *eight", 3, "aliases are not read"),
            // Its experiment
            new Mistake("  weightroom: 1\n", "", 5, "experiment has no field \"weightroom\""),
            new Mistake("learning-rate: 0.5", "learning_rate: 0.5", 9, "did you mean \"learning-rate\"?"),
            new Mistake("source: xor }", "source: xorr }", 7, "did you mean \"xor\"?"),
            new Mistake("source: xor }", "file: my.csv }", 5, "data.file is not read in lessons"),
            new Mistake("units: 1, activation: sigmoid", "units: 3, activation: softmax", 5, "cannot be trained"),
            new Mistake("batch: full, epochs: 200", "batch: full, epochs: -1", 9, "a whole number from 0"),
            new Mistake("units: 2, activation: tanh", "units: 65000, activation: tanh", 5, "at most 250000"),
            // Prose
            new Mistake("A line is $w_1", "- ".repeat(40) + "a\n\nA line is $w_1", 17, "more than 30 deep"),
            new Mistake("## First step\n", "", 16, "text before the first step"),
            new Mistake("## First step", "# First step", 15, "a heading of the first level"),
            new Mistake("## First step", "##", 15, "a step without a title"),
            new Mistake("## Second step", "## Empty step\n\n## Second step", 46, "a step with nothing in it"),
            new Mistake("term:relu", "term:rellu", 17, "did you mean \"relu\"?"),
            new Mistake("term:relu", "https://example.org", 17, "expected a term"),
            new Mistake("costs 5 \\$", "costs 5 $", 17, "never closed"),
            new Mistake("$w_1 x_1 + b = 0$", "$w_1 x_1 + b = 0", 17, "never closed"),
            new Mistake("- b\n$$", "- b\n", 19, "$$ begins a formula that is never closed"),
            new Mistake("$w_1 x_1 + b = 0$", "$$w_1$$", 17, "on lines of its own"),
            new Mistake("assets/line.svg", "assets/none.svg", 24, "does not exist"),
            new Mistake("assets/line.svg", "../assets/line.svg", 24, "leads out of the lesson's folder"),
            new Mistake("assets/line.svg", "/etc/line.svg", 24, "no plain relative path"),
            new Mistake("assets/line.svg", "http://example.org/a.svg", 24, "no plain relative path"),
            new Mistake("assets/line.svg", "assets/line.png", 24, "does not end in .svg"),
            new Mistake("![A line]", "![]", 24, "has no description"),
            new Mistake("\n## Second step", "\n[a]: term:relu\n\n## Second step", 46, "a link's definition"),
            // Which blocks there are
            new Mistake("```predict\nquestion: How", "```perdict\nquestion: How", 35, "did you mean \"predict\"?"),
            new Mistake("```hint", "```hints", 88, "did you mean \"hint\"?"),
            new Mistake("```hint\ntext: Look.\n```", "- ```hint\n  text: Look.\n  ```", 88, "within a list"),
            new Mistake("```python\nprint(\"code stays code\")\n```", "```hint\ntext: Look.", 116, "never ends"),
            new Mistake("text: Look.", "", 89, "expected the fields of hint"),
            new Mistake("text: Look.", "Look.", 89, "hint is \"Look.\"; expected an object"),
            new Mistake("text: Look.", "text: Look.\ntext: Again.", 90, "a second time"),
            new Mistake("text: Look.", "text: 'Look.", 90, "ends in the middle"),
            new Mistake("text: Look.", "texts: Look.", 89, "did you mean \"text\"?"),
            new Mistake("text: Look.", "text: 4", 89, "hint.text is 4; expected a text"),
            new Mistake("text: Look.", "text: \"# Look\"", 89, "plain text of one paragraph"),
            new Mistake("text: Look.", "text: \"![x](assets/line.svg)\"", 89, "pictures in the prose only"),
            new Mistake("text: Look.", "text: \"[x](term:reluu)\"", 89, "did you mean \"relu\"?"),
            new Mistake("text: Look.", "text: \"$x\"", 89, "never closed"),
            // Predictions and quizzes
            new Mistake("question: Where does the *loss* settle?\n", "", 27, "predict has no field \"question\""),
            new Mistake("why: \"It does not.\"", "right: true", 29, "has 2 right choices"),
            new Mistake("right: true }\nthen", "right: false }\nthen", 29, "has 0 right choices"),
            new Mistake("  - { text: \"Below 0.05\", why: \"It does not.\" }\n", "", 29, "a list of 2 to 6"),
            new Mistake("number: { answer: 3, within: 0.5, unit: rows }", "explain: So.", 36, "has no answer"),
            new Mistake("unit: rows }", "unit: rows }\ncurve: { over: train-loss }", 36, "number and curve"),
            new Mistake("answer: 3, ", "", 37, "no field \"answer\""),
            new Mistake("answer: 3", "answer: three", 37, "expected a number"),
            new Mistake("over: train-loss", "over: right", 42, "expected one of: train-loss"),
            new Mistake("over: train-loss", "over: test-loss", 42, "needs test rows"),
            new Mistake("then: { epochs: 20, until: train-loss < 0.1 }\n", "", 42, "needs then"),
            new Mistake("then: { epochs: 20, until", "then: { epoch: 20, until", 43, "did you mean \"epochs\"?"),
            new Mistake(", why: \"No.\"", "", 85, "no field \"why\""),
            // Settings
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { network.layers.0.unit: 1 }",
                    31,
                    "did you mean \"network.layers.0.units\"?"),
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { network.layers.0.units: 0 }",
                    31,
                    "a whole number from 1"),
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { network.layers: [{ units: 1 }] }",
                    31,
                    "no field \"activation\""),
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { networks: { a: 1 } }",
                    31,
                    "no part of an experiment"),
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { start: { weights: [[[1]]] } }",
                    31,
                    "cannot be trained"),
            new Mistake(
                    "then: { set: { network.layers.0.units: 1 }",
                    "then: { set: { training: { loss: hinge } }",
                    31,
                    "does not fit the network"),
            new Mistake(
                    "text: Take one unit.\nset: { network.layers.0.units: 1 }\nfresh: true\nepochs: 10",
                    "text: Take it.",
                    49,
                    "does nothing"),
            new Mistake("fresh: true", "fresh: 1", 51, "expected true or false"),
            new Mistake("settings: [training.l2]", "settings: [training.l3]", 111, "did you mean \"training.l1\"?"),
            new Mistake("settings: [training.l2]\nplots: [weights]\nview: network", "{}", 111, "unlocks nothing"),
            new Mistake("row: 1\nat", "row: 4\nat", 103, "there are 4 rows; expected 0 to 3"),
            new Mistake("at: d-sum 0\n", "", 102, "no field \"at\""),
            new Mistake(
                    "at: d-sum 0", "at: d-sum 2", 104, "expected one of: input, sum 0, activation 0, output 1, loss"),
            new Mistake("number: 0/0/1", "number: w11", 105, "expected a weight or bias such as 0/1/0"),
            new Mistake("number: 0/0/1", "number: 0/0/2", 105, "that layer has no input 2; expected 0 to 1"),
            new Mistake("lock: true", "lock: 7", 106, "lock"),
            // Conditions
            new Mistake("reach: train-loss < 0.65", "reach: train-los < 0.75", 57, "did you mean \"train-loss\"?"),
            new Mistake("reach: train-loss < 0.65", "reach: train-loss 0.75", 57, "has no operator"),
            new Mistake("reach: train-loss < 0.65", "reach: train-loss << 0.75", 57, "the operator \"<<\""),
            new Mistake("reach: train-loss < 0.65", "reach: 0.1 < train-loss < 0.75", 57, "more than one operator"),
            new Mistake("reach: train-loss < 0.65", "reach: 0.1 < 0.75", 57, "compares two numbers"),
            new Mistake("reach: train-loss < 0.65", "reach: 'train-loss <'", 57, "nothing on one side"),
            new Mistake("reach: train-loss < 0.65", "reach: train-loss < 0.75 ± 0.1", 57, "where none belongs"),
            new Mistake("reach: train-loss < 0.65", "reach: train-loss = 0.75 ± -1", 57, "a number of at least 0"),
            new Mistake("reach: train-loss < 0.65", "reach: test-loss < 0.75", 57, "needs test rows"),
            new Mistake("reach: train-loss < 0.65", "reach: output 4 < 0.75", 57, "row 4; expected 0 to 3"),
            new Mistake("reach: train-loss < 0.65", "reach: output < 0.75", 57, "R or R/U"),
            new Mistake("reach: train-loss < 0.65", "reach: sum 0/2/0 < 0.75", 57, "unit 2; expected 0 to 1"),
            new Mistake("reach: train-loss < 0.65", "reach: weight 2/0/0 < 1", 57, "layer 2; expected 0 to 1"),
            new Mistake("reach: train-loss < 0.65", "reach: weight 0/0/2 < 1", 57, "input 2; expected 0 to 1"),
            new Mistake("reach: train-loss < 0.65", "reach: right 3 < 1", 57, "expected nothing there"),
            new Mistake("reach: train-loss < 0.65", "reach: fast.train-loss < 1", 57, "there are no lanes"),
            new Mistake("reach: train-loss < 0.65", "reach: 2 * 3 * train-loss < 1", 57, "a number times a metric"),
            new Mistake("reach: train-loss < 0.65", "reach: [right]", 57, "expected a condition"),
            // Goals and claims
            new Mistake(
                    "solution: { set: { training.optimizer.learning-rate: 0.6 }, seeds: 2 }\n",
                    "",
                    56,
                    "no field \"solution\""),
            new Mistake(
                    "when: { network.layers.0.units: 2 }",
                    "when: { network.layers.0.units: 3 }",
                    60,
                    "which when asks for"),
            new Mistake("seeds: [1, 2]", "seeds: [1, 1]", 67, "a seed twice"),
            new Mistake("seeds: [1, 2]", "seeds: 0", 67, "a whole number from 1 to 256"),
            new Mistake("holds: at least 2", "holds: at least 3", 69, "asks for 3 seeds"),
            new Mistake("holds: at least 2", "holds: always", 69, "expected all, median"),
            new Mistake("expect: [train-loss > 0.1, right <= 3, weight 0/0/b < 100]\n", "", 64, "no field \"expect\""),
            new Mistake("expect: fast.train-loss <", "expect: train-loss <", 78, "without a lane"),
            new Mistake("expect: fast.train-loss <", "expect: fats.train-loss <", 78, "did you mean \"fast\"?"),
            new Mistake("  fast: {}", "  Fast: {}", 76, "no name for a lane"),
            new Mistake("lanes:\n", "set: {}\nlanes:\n", 74, "expected one of set, experiment and lanes"));

    @TestFactory
    List<DynamicTest> theMistakeIsFoundAtItsLine() {
        return MISTAKES.stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.message() + ": " + mistake.to(), () -> find(mistake)))
                .toList();
    }

    private static void find(Mistake mistake) {
        assertThat(GOOD).containsOnlyOnce(mistake.from());
        String broken = GOOD.replace(mistake.from(), mistake.to());
        InvalidInput found = catchThrowableOfType(InvalidInput.class, () -> Lessons.parse(broken));
        assertThat(found).as("what is wrong").isNotNull();
        assertThat(found.getMessage())
                .startsWith("05-xor.md, line %d, column ".formatted(mistake.line()))
                .contains(mistake.message());
    }

    @Test
    void emphasisBeyondWhatTheParserCanDoIsRefused() {
        String deep = "*a **b ".repeat(20_000) + " b** a*".repeat(15_000);
        assertThatThrownBy(() -> Lessons.parse(GOOD.replace("## Second step", deep)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(" deep");
    }

    @Test
    void theLessonWithoutMistakesIsGood() {
        Lesson lesson = Lessons.parse(GOOD);
        assertThat(lesson.steps()).hasSize(2);
        assertThat(lesson.steps().get(1).parts()).hasSize(11);
    }
}
