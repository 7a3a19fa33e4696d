package weightroom.ui.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.explain.Derivation;
import weightroom.explain.Guess;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;

/**
 * Asks for the numbers of the next phase, one after the other, before they are shown. A phase is free once its questions are
 * answered; another sample or another network begins anew.
 */
final class AskModel {
    /** After so many wrong answers the number can be had. */
    static final int TRIES = 3;

    private final ExplainModel model;
    private final ReadOnlyObjectWrapper<Boolean> on = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final Deque<Quantity> queue = new ArrayDeque<>();
    private int asked;
    private int right;

    /** How an answer was taken. */
    enum Said {
        NOTHING,
        RIGHT,
        WRONG,
        NO_NUMBER,
        SHOWN
    }

    /**
     * What is asked.
     *
     * @param question the number that is wanted; empty once all are answered
     * @param wrong wrong answers to it so far
     * @param said what became of the last answer
     * @param about the number that the last answer was for; empty before the first
     * @param hint what is wrong with the last answer; may be empty
     * @param right questions answered right at the first try
     * @param asked questions that have been answered or shown
     */
    record State(
            Optional<Quantity> question,
            int wrong,
            Said said,
            Optional<Quantity> about,
            String hint,
            int right,
            int asked) {
        static final State NOTHING = new State(Optional.empty(), 0, Said.NOTHING, Optional.empty(), "", 0, 0);

        /** Whether the number can be had. */
        boolean mayBeShown() {
            return question.isPresent() && wrong >= TRIES;
        }
    }

    AskModel(ExplainModel model) {
        this.model = model;
        model.pass().addListener((observable, before, after) -> begin());
        model.row().addListener((observable, before, after) -> begin());
    }

    /** Whether anything is asked. */
    ReadOnlyObjectProperty<Boolean> on() {
        return on.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Begins to ask, from the first phase on, or ends. */
    void setOn(boolean wanted) {
        if (wanted != on.get()) {
            on.set(wanted);
            begin();
        }
    }

    /** An answer as it was typed. */
    void answer(String typed) {
        State now = state.get();
        if (now.question().isEmpty() || typed.isBlank()) {
            return;
        }
        Quantity question = now.question().get();
        Pass pass = model.pass().get().orElseThrow();
        Guess guess = Guess.of(pass, question, row(question), typed);
        switch (guess.judgement()) {
            case RIGHT -> {
                right += now.wrong() == 0 ? 1 : 0;
                pass(question, Said.RIGHT);
            }
            case WRONG -> say(Said.WRONG, question, guess.sentence(), now.wrong() + 1);
            case UNREADABLE -> say(Said.NO_NUMBER, question, guess.sentence(), now.wrong());
        }
    }

    /** Whose number it is: gradients of parameters belong to all rows. */
    int row(Quantity question) {
        return question.link().isPresent() || question.equals(Quantity.LOSS)
                ? Derivation.ALL
                : model.row().get();
    }

    /** Shows the number that is asked for, which counts as not found. */
    void showIt() {
        state.get().question().filter(one -> state.get().mayBeShown()).ifPresent(one -> pass(one, Said.SHOWN));
    }

    private void say(Said said, Quantity about, String hint, int wrong) {
        state.set(new State(state.get().question(), wrong, said, Optional.of(about), hint, right, asked));
    }

    /** Goes on to the next question, and to the next phase after the last of this one. */
    private void pass(Quantity answered, Said said) {
        asked++;
        queue.remove();
        Set<Quantity> known = new HashSet<>(model.found().get());
        known.add(answered);
        model.found().set(Set.copyOf(known));
        if (queue.isEmpty()) {
            free(model.limit().get() + 1);
        }
        state.set(new State(Optional.ofNullable(queue.peek()), 0, said, Optional.of(answered), "", right, asked));
    }

    private void begin() {
        queue.clear();
        asked = 0;
        right = 0;
        model.found().set(Set.of());
        if (on.get() && model.pass().get().isPresent()) {
            free(0);
        } else {
            model.limit().set(Integer.MAX_VALUE);
        }
        state.set(new State(Optional.ofNullable(queue.peek()), 0, Said.NOTHING, Optional.empty(), "", 0, 0));
    }

    /** Shows all numbers up to a phase, and those after it that cannot be asked for, and takes up the next questions. */
    private void free(int phase) {
        Pass pass = model.pass().get().orElseThrow();
        List<Phase> phases = model.phases();
        int at = phase;
        while (at < phases.size() - 1 && queue.isEmpty()) {
            queue.addAll(Questions.of(
                    pass,
                    phases.get(at + 1),
                    model.selected().get(),
                    model.row().get()));
            at += queue.isEmpty() ? 1 : 0;
        }
        model.found().set(Set.of());
        model.limit().set(at);
        model.setPhase(at);
    }
}
