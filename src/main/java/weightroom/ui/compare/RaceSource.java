package weightroom.ui.compare;

import weightroom.race.RaceCommand;
import weightroom.race.RacePicture;
import weightroom.race.RaceTrainer;

/** Where races come from: the trainer of races, or what stands in for it in a test. */
interface RaceSource {
    /** Takes a command, which is carried out in order. */
    void send(RaceCommand command);

    /** The newest picture of the race. */
    RacePicture picture();

    /** A trainer that nobody has sent anything to. */
    static RaceSource of(RaceTrainer trainer) {
        return new RaceSource() {
            @Override
            public void send(RaceCommand command) {
                trainer.send(command);
            }

            @Override
            public RacePicture picture() {
                return trainer.picture();
            }
        };
    }
}
