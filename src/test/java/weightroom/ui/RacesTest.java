package weightroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import weightroom.race.RaceCommand;
import weightroom.race.RaceTrainer;

class RacesTest {
    @Test
    void theTrainerOfRacesIsMadeOnceWhenItIsAskedForAndEndsWithTheWindow() {
        long before = threads();
        try (Races races = new Races()) {
            assertThat(threads()).isEqualTo(before);
            RaceTrainer made = races.get();
            assertThat(races.get()).isSameAs(made);
            assertThat(threads()).isEqualTo(before + 1);
        }
        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void whoeverListensHearsOfEveryPicture() throws InterruptedException {
        try (Races races = new Races()) {
            RaceTrainer made = races.get();
            CountDownLatch heard = new CountDownLatch(1);
            races.onPublish(heard::countDown);
            made.send(new RaceCommand.Pause());
            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("race"))
                .count();
    }
}
