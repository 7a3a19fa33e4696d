package weightroom.run;

import java.util.Map;
import weightroom.experiment.Setup;

/** Something done to a run at a step, which a replay has to do again there. */
sealed interface Event {
    /** After how many updates. */
    long step();

    /** Does it to a run that stands at the step. */
    void happenTo(Run run);

    /** The experiment was changed, live. */
    record Changed(long step, Setup setup) implements Event {
        @Override
        public void happenTo(Run run) {
            run.change(setup);
        }
    }

    /** Parameters were given other values. */
    record Edited(long step, Map<Integer, Float> parameters) implements Event {
        @Override
        public void happenTo(Run run) {
            run.edit(parameters);
        }
    }

    /** The run went on beyond its end. */
    record WentOn(long step) implements Event {
        @Override
        public void happenTo(Run run) {
            run.continueBeyondEpochs();
        }
    }
}
