package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.engine.Term;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

class GlossaryTest {
    private static final Glossary GLOSSARY = new Glossary();

    static Stream<Term> vocabulary() {
        return Stream.<Term[]>of(
                        Activation.values(),
                        Loss.values(),
                        Optimizer.values(),
                        Initializer.values(),
                        Schedule.values(),
                        DataSource.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void everyWordOfTheVocabularyIsExplainedInItsOwnWords(Term term) {
        Glossary.Entry entry = GLOSSARY.find(term.id()).orElseThrow();
        assertThat(entry.title()).isNotBlank();
        assertThat(entry.text()).contains(term.help());
        assertThat(entry.formula() + entry.text()).contains(term.formula());
    }

    @Test
    void everySettingIsExplainedByItsHelp() {
        for (Setting setting : Settings.of(Experiment.spiral())) {
            if (!setting.path().startsWith("network.layers.")) {
                assertThat(GLOSSARY.find(setting.path()).orElseThrow().text()).isEqualTo(setting.help());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "softmax",
                "learning-rate",
                "training.l2",
                "training.optimizer.beta1",
                "training.schedule.patience",
                "network.layers.0.units",
                "network.layers.7.units",
                "data.samples"
            })
    void settingsAreTermsByTheirPathAndByTheirName(String id) {
        assertThat(GLOSSARY.find(id)).isPresent();
    }

    @Test
    void aWordOfTwoMeaningsSaysBoth() {
        assertThat(GLOSSARY.find("step").orElseThrow().text())
                .contains(Activation.STEP.help())
                .contains("Schedule: " + Schedule.STEP.formula());
    }

    @Test
    void aCourseAddsTerms() {
        Glossary glossary = Glossary.of(
                "glossary.yaml",
                "neuron: \"A unit.\"\nhidden-layer: { title: Hidden, formula: a = f(z), text: Between. }\n");
        assertThat(glossary.find("neuron").orElseThrow())
                .isEqualTo(new Glossary.Entry("neuron", "Neuron", "", "A unit."));
        assertThat(glossary.find("hidden-layer").orElseThrow())
                .isEqualTo(new Glossary.Entry("hidden-layer", "Hidden", "a = f(z)", "Between."));
        assertThat(glossary.find("relu")).isPresent();
        assertThat(glossary.find("nothing")).isEmpty();
        assertThat(glossary.suggestion("neuro")).isEqualTo("did you mean \"neuron\"? ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neuron: x",
                "neuron: 3",
                "neuron: ''",
                "neuron: { title: x }",
                "neuron: { txt: x }",
                "- neuron",
                "neuron: x\nneuron: y",
                "neuron: [x"
            })
    void aBrokenGlossaryIsRefusedWithItsPlace(String yaml) {
        assertThatThrownBy(() -> Glossary.of("glossary.yaml", yaml))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("glossary.yaml, line ");
    }
}
