package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import weightroom.run.Devices;

class CheckerTest {
    private static final Devices DEVICES = new Devices();
    private static final String GOOD = Lessons.read(Lessons.RESOURCES.resolve("good.md"));

    @AfterAll
    static void close() {
        DEVICES.close();
    }

    private static Verdict check(String text) {
        return new Checker(DEVICES, () -> false, () -> {})
                .check(List.of(Lessons.parse(text)))
                .get(0);
    }

    private static String changed(String from, String to) {
        assertThat(GOOD).containsOnlyOnce(from);
        return GOOD.replace(from, to);
    }

    @Test
    void whatIsTrueHolds() {
        Verdict verdict = check(GOOD);
        assertThat(verdict.findings()).extracting(Finding::line).containsExactly(55, 63, 72);
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.problems()).isEmpty());
        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void aFalseClaimIsFoundWithSeedAndNumbers() {
        Verdict verdict = check(changed("right <= 3", "right > 3"));
        Finding claim = verdict.findings().get(1);
        assertThat(verdict.holds()).isFalse();
        assertThat(claim.kind()).isEqualTo(Finding.Kind.CLAIM);
        assertThat(claim.held()).isZero();
        assertThat(claim.problems().get(0)).isEqualTo("holds for 0 of 2 seeds; expected at least 2");
        assertThat(claim.problems().get(1)).startsWith("seed 1: right > 3 is false: right is ");
    }

    @Test
    void aFalseComparisonOfLanesIsFoundWithBothNumbers() {
        Finding claim = check(changed("1.5 * slow", "0.01 * slow")).findings().get(2);
        assertThat(claim.problems().get(1))
                .matches(
                        "seed 7: .* is false: fast.train-loss is 0\\.\\d+, 0.01000000 \\* slow.train-loss is 0\\.0\\d+");
    }

    @Test
    void aClaimAboutFewSeedsFailsWhenThereAreMore() {
        Finding claim = check(changed("holds: at least 2", "holds: at most 1"))
                .findings()
                .get(1);
        assertThat(claim.problems()).containsExactly("holds for 2 of 2 seeds; expected at most 1");
    }

    @Test
    void aMedianIsThatOfTheSeeds() {
        assertThat(check(changed("holds: at least 2", "holds: median"))
                        .findings()
                        .get(1)
                        .problems())
                .isEmpty();
        Finding claim = check(
                        changed("right <= 3, weight 0/0/b < 100]\nholds: at least 2", "right < 0]\nholds: median"))
                .findings()
                .get(1);
        assertThat(claim.problems().get(0)).startsWith("median: right < 0 is false: right is ");
    }

    @Test
    void aGoalThatItsSolutionDoesNotReachIsFound() {
        Finding goal = check(changed("reach: train-loss < 0.65", "reach: train-loss < 0.00001"))
                .findings()
                .get(0);
        assertThat(goal.kind()).isEqualTo(Finding.Kind.GOAL);
        assertThat(goal.held()).isZero();
        assertThat(goal.problems()).hasSize(2);
        assertThat(goal.problems().get(0))
                .startsWith(
                        "seed 7: train-loss < 0.00001 is not reached within 100 epochs: at the end train-loss is 0.");
    }

    @Test
    void aGoalThatIsMetBeforeAnythingIsDoneIsFound() {
        Finding goal = check(changed("reach: train-loss < 0.65", "reach: train-loss < 7"))
                .findings()
                .get(0);
        assertThat(goal.problems())
                .singleElement()
                .asString()
                .startsWith("is met when the step begins, before anything is done: train-loss is ");
    }

    @Test
    void aGoalCountsAsMetOnlyUnderTheSettingsThatItAsksFor() {
        String other = changed("reach: train-loss < 0.65", "reach: train-loss < 7")
                .replace("when: { network.layers.0.units: 2 }", "when: { network.layers.0.units: 5 }")
                .replace("solution: { set: {", "solution: { set: { network.layers.0.units: 5,");
        assertThat(check(other).findings().get(0).problems()).isEmpty();
    }

    @Test
    void whatEarlierStepsDoCountsForLaterGoals() {
        String trained = changed(
                        "then: { epochs: 20, until: train-loss < 0.1 }",
                        "then: { epochs: 20, set: { network.layers.0.units: 9 } }")
                .replace("when: { network.layers.0.units: 2 }", "when: { network.layers.0.units: 9 }")
                .replace("reach: train-loss < 0.65", "reach: epochs = 20")
                .replace("solution: { set: {", "solution: { set: { network.layers.0.units: 9,");
        assertThat(check(trained).findings().get(0).problems())
                .containsExactly("is met when the step begins, before anything is done: epochs is 20");
    }

    @Test
    void runsThatClaimsHaveInCommonAreTrainedOnce() {
        Lesson lesson = Lessons.parse(GOOD);
        AtomicInteger trained = new AtomicInteger();
        new Checker(DEVICES, () -> false, trained::incrementAndGet).check(List.of(lesson));
        // Two seeds of the first claim, two lanes of three seeds of the second, two of the goal, and the walk.
        assertThat(trained).hasValue(2 + 6 + 2 + 1).hasValue(Checker.runs(List.of(lesson)));
        String twice = GOOD + "\n```claim\ntext: Again.\nepochs: 50\nexpect: right >= 0\n```\n";
        assertThat(Checker.runs(List.of(Lessons.parse(twice)))).isEqualTo(11);
    }

    @Test
    void toldToStopItGivesNoVerdict() {
        assertThat(new Checker(DEVICES, () -> true, () -> {}).check(List.of(Lessons.parse(GOOD))))
                .isEmpty();
    }
}
