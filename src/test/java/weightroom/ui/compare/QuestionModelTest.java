package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.engine.Optimizer;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentWriter;
import weightroom.experiment.OptimizerSpec;
import weightroom.race.Contest;
import weightroom.race.Figure;
import weightroom.race.Lane;
import weightroom.race.Target;
import weightroom.run.Background;
import weightroom.ui.model.Options;
import weightroom.ui.model.PassingPreferences;

class QuestionModelTest {
    private final PassingPreferences preferences = new PassingPreferences();
    private final Background background = new Background(Runnable::run);
    private final QuestionModel model = new QuestionModel(new Options(preferences), background);

    private static Base spiral() {
        return new Base(Experiment.spiral(), Path.of(""));
    }

    private List<String> names() {
        return model.contest().get().orElseThrow().lanes().stream()
                .map(Lane::name)
                .toList();
    }

    @Test
    void theFirstQuestionIsWhichOfSixOptimizersIsBest() {
        model.setBase(spiral());

        assertThat(names()).containsExactly("SGD", "Momentum", "Nesterov", "RMSprop", "Adagrad", "Adam");
        Contest contest = model.contest().get().orElseThrow();
        assertThat(contest.lanes().get(5).experiment().training().optimizer())
                .isEqualTo(new OptimizerSpec(Optimizer.ADAM, 0.3));
        assertThat(contest.lanes().get(5).setting()).isEqualTo("training.optimizer.id=adam");
        assertThat(contest.trials()).isPositive();
    }

    @Test
    void ratesAreThreeTimesApartAroundThatOfTheExperiment() {
        model.setBase(spiral());
        model.setDifference(Difference.LEARNING_RATE, "");

        assertThat(names()).containsExactly("η 0.03", "η 0.1", "η 0.3", "η 0.9", "η 3");
        assertThat(model.next()).contains("9");
        assertThat(model.contest().get().orElseThrow().trials()).isZero();
    }

    @Test
    void everyHiddenLayerGetsTheActivationOfItsLane() {
        model.setBase(spiral());
        model.setDifference(Difference.ACTIVATION, "");

        Lane relu = model.contest().get().orElseThrow().lanes().get(2);
        assertThat(relu.name()).isEqualTo("ReLU");
        assertThat(relu.experiment().network().layers())
                .extracting(layer -> layer.activationId())
                .containsExactly("relu", "relu", "sigmoid");
    }

    @Test
    void aShapeOfTheNetworkIsWrittenAsUnitsOfItsHiddenLayers() {
        model.setBase(spiral());
        model.setDifference(Difference.LAYERS, "");
        model.change(now -> now.withValues(List.of("", "3-5")));

        List<Lane> lanes = model.contest().get().orElseThrow().lanes();
        assertThat(lanes.get(0).experiment().network().layers()).hasSize(1);
        assertThat(lanes.get(1).experiment().network().layers())
                .extracting(layer -> layer.units())
                .containsExactly(3, 5, 1);
    }

    @Test
    void anyOtherSettingCanDiffer() {
        model.setBase(spiral());
        model.setDifference(Difference.SETTING, "training.l2");

        assertThat(names()).containsExactly("L2 λ 0", "L2 λ 1e-4", "L2 λ 0.001", "L2 λ 0.01");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FILES", "SETTING"})
    void whatIsOfferedForADifferenceCanBeRaced(Difference difference) {
        model.setBase(spiral());
        model.setDifference(difference, "");

        assertThat(model.problem().get()).isEmpty();
        assertThat(names()).hasSizeBetween(5, 6).doesNotHaveDuplicates();
    }

    @Test
    void everySettingOfAnExperimentHasValuesThatItTakes() {
        Experiment experiment = Experiment.spiral();
        weightroom.experiment.Settings.of(experiment)
                .forEach(setting -> assertThat(Offers.values(Difference.SETTING, setting.path(), experiment))
                        .as(setting.path())
                        .isNotEmpty()
                        .allSatisfy(value -> assertThat(setting.with(experiment, value))
                                .as("%s=%s", setting.path(), value)
                                .isNotNull()));
    }

    @Test
    void whatCannotBeRacedIsSaidAndNothingIsOfferedToTheTrainer() {
        model.setBase(spiral());
        model.setDifference(Difference.LEARNING_RATE, "");
        model.setValue(0, "a lot");

        assertThat(model.contest().get()).isEmpty();
        assertThat(model.problem().get().orElseThrow()).contains("a lot").contains("learning-rate");
    }

    @Test
    void twoLanesThatAreTheSameAreRefusedByName() {
        model.setBase(spiral());
        model.add("adam");

        assertThat(model.problem().get().orElseThrow()).contains("Adam");
    }

    @Test
    void lanesOfAnotherDifferenceComeBack() {
        model.setBase(spiral());
        model.remove(0);
        model.move(0, 1);
        model.setDifference(Difference.BATCH, "");
        model.setDifference(Difference.OPTIMIZER, "");

        assertThat(names()).containsExactly("Nesterov", "Momentum", "RMSprop", "Adagrad", "Adam");
    }

    @Test
    void theQuestionIsRememberedOverSessions() {
        model.setBase(spiral());
        model.setDifference(Difference.SETTING, "training.l2");
        model.setValue(1, "0.5");
        model.change(now -> now.withSeeds(32)
                .withTarget(new Target(Figure.TEST_ACCURACY, 0.97))
                .withTrials(0)
                .withEpochs(77));
        Question asked = model.now();

        QuestionModel next = new QuestionModel(new Options(preferences), background);
        assertThat(next.now()).isEqualTo(asked);
        next.setBase(spiral());
        assertThat(next.now()).isEqualTo(asked);
    }

    @Test
    void aLineThatIsNoQuestionIsNotTakenForOne() {
        assertThat(Question.read("optimizer;;adam;eight;train-loss;0.05;0;300")).isEmpty();
        assertThat(Question.read("")).isEmpty();
        assertThat(Question.read("optimizer;;%zz;8;train-loss;0.05;0;300")).isEmpty();
    }

    @Test
    void wholeExperimentsAreLanesOnceTheyAreRead(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("wide, and; deep.json");
        ExperimentWriter.write(Experiment.opening(), file);
        model.setBase(spiral());
        model.setDifference(Difference.FILES, "");
        model.addFiles(List.of(file, folder.resolve("missing.json")));
        CountDownLatch read = new CountDownLatch(1);
        background.run(() -> "", done -> read.countDown(), why -> {});
        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(model.contest().get()).isEmpty();
        assertThat(model.problem().get().orElseThrow()).contains("missing.json");
        model.remove(1);
        assertThat(names()).containsExactly("wide, and; deep.json");
        assertThat(Question.read(model.now().text())).isEqualTo(Optional.of(model.now()));
    }

    @Test
    void whatWasAskedBeforeCanBeTakenBack() {
        model.setBase(spiral());
        Question raced = model.now();
        model.settled();
        model.remove(2);
        model.takeBack();

        assertThat(model.now()).isEqualTo(raced);
    }
}
