package weightroom.ui;

import java.util.Optional;
import java.util.function.Supplier;
import weightroom.race.RaceTrainer;
import weightroom.run.Devices;

/** The trainer of races, made when somebody first asks for it, with devices of its own; costs nothing before. */
final class Races implements Supplier<RaceTrainer>, AutoCloseable {
    private volatile Runnable listener = () -> {};
    private Optional<RaceTrainer> made = Optional.empty();

    /** Calls this after every new picture of a race, on its thread; in place of an earlier listener. */
    void onPublish(Runnable heard) {
        listener = heard;
    }

    /** The same one each time. */
    @Override
    public RaceTrainer get() {
        if (made.isEmpty()) {
            RaceTrainer first = new RaceTrainer(new Devices());
            first.onPublish(() -> listener.run());
            made = Optional.of(first);
        }
        return made.get();
    }

    @Override
    public void close() {
        listener = () -> {};
        made.ifPresent(RaceTrainer::close);
    }
}
