package weightroom.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import weightroom.experiment.Setup;

class RaceBenchTest {
    @Test
    @DisplayName("what a sample costs is told by the turns beside each race, and the middle one counts")
    void cost() {
        double[] seconds = {2, 4, 1};
        RaceBench.Result result =
                new RaceBench.Result("java", 100, seconds, new double[] {50, 50, 150}, new double[] {100, 75, 90});
        // By hand: 50·2/100, 50·4/100 and 150·1/100; 100·2/100, 75·4/100 and 90·1/100.
        assertEquals(1.5, result.cost());
        assertEquals(2, result.costOfBare());
        assertEquals(2, result.medianSeconds());
    }

    @Test
    @DisplayName("the race that is measured is 28.8 million samples of one program")
    void contest() {
        Contest contest = RaceBench.contest();
        assertEquals(6 * 32, contest.entrants());
        List<Setup> setups = Lineup.of(contest).setups();
        long samples = setups.stream()
                .mapToLong(setup ->
                        setup.plan().epochs() * setup.data().get(0).train().count())
                .sum();
        assertEquals(28_800_000, samples);
        assertEquals(
                1,
                setups.stream().map(setup -> setup.plan().network()).distinct().count());
        assertEquals(32, setups.stream().map(Setup::data).distinct().count(), "lanes share their rows");
    }
}
