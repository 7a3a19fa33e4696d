package weightroom.ui.compare;

import javafx.scene.Node;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;

/** One of the things that the large card shows. */
interface CardPage {
    Node node();

    /** What stands beside the name of the page: its own tools. */
    Node tools();

    /**
     * Shows the newest snapshot; called once per pulse while anything moves and the page is seen.
     *
     * @param nanos the time
     */
    void show(Standing.Table table, long nanos);

    /** Adds what it needs of the snapshots beyond figures. */
    default RaceCommand.Watch watch(RaceSnapshot race, RaceCommand.Watch wanted) {
        return wanted;
    }
}
