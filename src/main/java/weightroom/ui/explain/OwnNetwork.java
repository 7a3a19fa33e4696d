package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.engine.cpu.Batch;
import weightroom.engine.cpu.ReferencePass;
import weightroom.explain.Subject;

/**
 * A network that stands beside the run and goes on by the steps that are taken on its own numbers; it can go back to any
 * state that it has been in.
 */
final class OwnNetwork {
    private final List<Subject> states = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private int at;

    OwnNetwork(Subject first) {
        add(first);
    }

    /** As it stands. */
    Subject now() {
        return states.get(at);
    }

    /** Steps taken before this state. */
    int at() {
        return at;
    }

    /** Steps that can be gone to. */
    int latest() {
        return states.size() - 1;
    }

    /** The mean loss over all training rows after so many steps. */
    double loss(int step) {
        return losses.get(step);
    }

    /** Goes on with another state; what came after this one is forgotten. */
    void take(State next) {
        states.subList(at + 1, states.size()).clear();
        losses.subList(at + 1, losses.size()).clear();
        Subject now = now();
        add(new Subject(now.setup(), now.plan(), next));
        at++;
    }

    /** Goes to the state after so many steps, or the nearest there is. */
    void goTo(long step) {
        at = (int) Math.max(0, Math.min(step, latest()));
    }

    private void add(Subject subject) {
        Rows train = subject.setup().rows().split().train();
        int[] all = IntStream.range(0, train.count()).toArray();
        states.add(subject);
        losses.add(ReferencePass.evaluationLoss(
                subject.network(),
                subject.plan().loss(),
                subject.parameters(),
                Batch.of(train, all, 0, train.count())));
    }
}
