package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.race.Pack.Round;

/** Puts what teams measure one after the other into rounds. */
final class RoundCollector implements Team.Ear {
    /** What a member that diverged is measured to be. */
    static final Measurement GONE =
            new Measurement(0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Accuracy.NONE, Double.NaN);

    private final List<Member> members;
    private final long epochsBefore;
    private final Measurement[][] figures;
    private final double[][] seconds;

    /**
     * @param epochsBefore done before the first round
     * @param count rounds
     */
    RoundCollector(List<Member> members, long epochsBefore, int count) {
        this.members = members;
        this.epochsBefore = epochsBefore;
        figures = new Measurement[count][members.size()];
        seconds = new double[count][members.size()];
    }

    @Override
    public void measured(Member member, Measurement measured, double cost) {
        int round = (int) (measured.epoch() - epochsBefore - 1);
        figures[round][member.index()] = measured;
        seconds[round][member.index()] = cost;
    }

    /** All of them, in order. */
    List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            for (int m = 0; m < members.size(); m++) {
                if (figures[i][m] == null) {
                    fillIn(i, m);
                }
            }
            rounds.add(new Round(epochsBefore + 1 + i, Arrays.asList(figures[i]), seconds[i]));
        }
        return rounds;
    }

    /** Only who has ended is not measured. */
    private void fillIn(int round, int m) {
        Member.Ending ending = members.get(m).ending().orElseThrow();
        figures[round][m] =
                ending.divergence().isPresent() ? GONE : ending.last().orElse(GONE);
        seconds[round][m] = ending.seconds();
    }
}
