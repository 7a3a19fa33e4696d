package weightroom.race;

/** Which commands do not wait for others: a journey gives way to another one, everything to another contest. */
final class Precedence {
    private Precedence() {}

    /** Whether it is carried out whatever is under way. */
    static boolean anytime(RaceCommand command) {
        return command instanceof RaceCommand.Begin
                || command instanceof RaceCommand.Watch
                || command instanceof RaceCommand.Speed;
    }

    /** Whether it takes the place of a journey under way. */
    static boolean journey(RaceCommand command) {
        return command instanceof RaceCommand.Seek
                || command instanceof RaceCommand.Latest
                || command instanceof RaceCommand.StepBack
                || command instanceof RaceCommand.Reset;
    }

    /** Whether it was meant for a race that a later command puts another one in the place of. */
    static boolean outdated(RaceCommand command, RaceCommand later) {
        boolean lasts = command instanceof RaceCommand.Take
                || command instanceof RaceCommand.UseDevice
                || command instanceof RaceCommand.Speed
                || command instanceof RaceCommand.Watch;
        return later instanceof RaceCommand.Begin && !lasts;
    }
}
