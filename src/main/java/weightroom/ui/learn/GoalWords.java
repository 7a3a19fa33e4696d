package weightroom.ui.learn;

import java.util.stream.Collectors;
import weightroom.experiment.Assignment;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/** How a goal stands, as a student reads it. */
final class GoalWords {
    private GoalWords() {}

    /**
     * What it asks for, or when it was reached.
     *
     * @param experiment of the lesson, whose settings have names
     */
    static String evidence(Goal goal, Experiment experiment) {
        long epochs = goal.wanted().within();
        String within = Messages.text("learn.goal.epochs", epochs, Numbers.count(epochs));
        String when = goal.wanted().when().stream()
                .map(one -> setting(one, experiment))
                .collect(Collectors.joining(Messages.text("learn.goal.and")));
        if (goal.met()) {
            long at = (long) goal.reached().orElseThrow().at().epoch();
            if (at == 0) {
                return when.isEmpty() ? Messages.text("learn.goal.set") : Messages.text("learn.goal.set.when", when);
            }
            String epoch = Numbers.count(at);
            return when.isEmpty()
                    ? Messages.text("learn.goal.reached", epoch)
                    : Messages.text("learn.goal.reached.when", epoch, when);
        } else if (goal.failed()) {
            return Messages.text("learn.goal.missed", within);
        }
        String wanted = ConditionWords.of(goal.wanted().reach());
        String condition = goal.wanted().byHand() ? wanted : Messages.text("learn.goal.within", wanted, within);
        return when.isEmpty() ? condition : Messages.text("learn.goal.wanted.when", condition, when);
    }

    /** In the words of the controls: {@code Neurons in layer 1 = 2}. */
    private static String setting(Assignment wanted, Experiment experiment) {
        String path = wanted.path();
        String name = path;
        if (path.matches("network\\.layers\\.[0-9]{1,2}\\.units")) {
            name = Messages.text("name.layer.units", Integer.parseInt(path.split("\\.")[2]) + 1);
        } else {
            for (Setting one : Settings.of(experiment)) {
                name = one.path().equals(path) ? one.label() : name;
            }
        }
        return Messages.text("learn.goal.setting", name, wanted.text());
    }
}
