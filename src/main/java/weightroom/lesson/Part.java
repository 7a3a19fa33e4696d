package weightroom.lesson;

import java.util.List;
import java.util.Optional;
import weightroom.experiment.Assignment;
import weightroom.experiment.Experiment;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;

/** Prose or one block of a step. Texts are Markdown; {@code line} is where it stands in the file, from 1. */
public sealed interface Part {
    int line();

    /** Paragraphs, lists, tables, formulas, pictures. */
    record Prose(int line, String markdown) implements Part {}

    /**
     * A question to be answered before playing.
     *
     * @param then what is played once the answer is locked in; empty for nothing
     * @param explain shown after it; empty for nothing
     */
    record Predict(int line, String question, Answer answer, Optional<Play> then, String explain) implements Part {}

    /** One click does it. */
    record Do(int line, String text, Play play) implements Part {}

    /**
     * Ticked when it is reached live.
     *
     * @param within epochs of one run
     * @param when what must {@linkplain Assignment#holdsIn hold} of the experiment meanwhile
     * @param byHand whether it is reached by setting numbers, so that nothing needs to be trained for it
     * @param solution what reaches it, for the checker
     */
    record Goal(
            int line,
            String text,
            Condition reach,
            long within,
            List<Assignment> when,
            boolean byHand,
            Solution solution)
            implements Part {
        public Goal {
            when = List.copyOf(when);
        }
    }

    /**
     * What training must show.
     *
     * @param lanes one without a name, or several with names
     * @param epochs of each run
     * @param expect what must hold of one seed, all of it
     */
    record Claim(
            int line, String text, List<Lane> lanes, long epochs, List<Long> seeds, List<Condition> expect, Holds holds)
            implements Part {
        public Claim {
            lanes = List.copyOf(lanes);
            seeds = List.copyOf(seeds);
            expect = List.copyOf(expect);
        }
    }

    /** A question on what was learned. */
    record Quiz(int line, String question, List<Choice> choices) implements Part {
        public Quiz {
            choices = List.copyOf(choices);
        }
    }

    /** Opened on request. */
    record Hint(int line, String text) implements Part {}

    /** Hidden until it is opened. */
    record Reveal(int line, String title, String text) implements Part {}

    /** What to look at in the picture. */
    record Look(int line, String text) implements Part {}

    /**
     * How far one row goes through the network, in the pictures of a pass.
     *
     * @param row of the data, from 0
     * @param at the last phase that is shown at first
     * @param number the parameter that is explained
     * @param lock whether later phases stay closed
     * @param ask whether numbers are asked for before they are shown
     */
    record Explain(int line, String text, int row, Phase at, Quantity number, boolean lock, boolean ask)
            implements Part {}

    /**
     * What is there from this step on.
     *
     * @param view replaces the large picture
     */
    record Unlock(int line, List<String> settings, List<View> plots, Optional<View> view) implements Part {
        public Unlock {
            settings = List.copyOf(settings);
            plots = List.copyOf(plots);
        }
    }

    /** What a prediction asks for. */
    sealed interface Answer {
        record Choices(List<Choice> choices) implements Answer {
            public Choices {
                choices = List.copyOf(choices);
            }
        }

        /** A number that is right within a tolerance; the unit may be empty. */
        record Amount(double answer, double within, String unit) implements Answer {}

        /** A curve to draw over the loss plot. */
        record Drawn(Metric over, long epochs) implements Answer {}
    }

    /** @param why shown once it was chosen; may be empty in a prediction */
    record Choice(String text, boolean right, String why) {}

    /**
     * What is set and played.
     *
     * @param experiment the experiment to play: that of the lesson with its settings applied; empty for what is open
     * @param set changes, one after the other, to what is open
     * @param fresh begin again from the first weights
     * @param epochs how long at most
     * @param until when to stop before
     */
    record Play(
            Optional<Experiment> experiment,
            List<Assignment> set,
            boolean fresh,
            long epochs,
            Optional<Condition> until) {
        public Play {
            set = List.copyOf(set);
        }
    }

    /** The experiment that reaches a goal, and the seeds that the checker tries it with. */
    record Solution(Experiment experiment, List<Long> seeds) {
        public Solution {
            seeds = List.copyOf(seeds);
        }
    }

    /** One of the experiments that a claim compares; the name is empty where there is but one. */
    record Lane(String name, Experiment experiment) {}

    /** For how many seeds a claim must hold. */
    sealed interface Holds {
        record All() implements Holds {}

        record AtLeast(int seeds) implements Holds {}

        record AtMost(int seeds) implements Holds {}

        /** Of the medians over the seeds. */
        record Median() implements Holds {}
    }
}
