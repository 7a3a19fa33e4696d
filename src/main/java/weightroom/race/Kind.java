package weightroom.race;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Task;
import weightroom.experiment.Setup;

/** What members of one program share. */
record Kind(
        Network network, Loss loss, int batch, boolean shuffle, long epochs, Task task, int rows, boolean perceptron) {
    /** Experiments sorted by kind, those of the first one first; each is a member at its place in the list. */
    static Collection<List<Member>> sorted(List<Setup> setups) {
        Map<Kind, List<Member>> kinds = new LinkedHashMap<>();
        for (int m = 0; m < setups.size(); m++) {
            kinds.computeIfAbsent(of(setups.get(m)), kind -> new ArrayList<>()).add(new Member(m, setups.get(m)));
        }
        return kinds.values();
    }

    private static Kind of(Setup setup) {
        Plan plan = setup.plan();
        return new Kind(
                plan.network(),
                plan.loss(),
                plan.batch(),
                plan.shuffle(),
                plan.epochs(),
                plan.task(),
                setup.data().get(0).train().count(),
                plan.perceptron());
    }
}
