package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExampleTest {
    @ParameterizedTest
    @EnumSource
    void itsGradientsAreItsFiniteDifferencesAndItHasWords(Example example) {
        Subject subject = example.subject();
        for (int row = 0; row < subject.setup().rows().dataset().count(); row++) {
            Pass pass = Pass.of(subject, Sample.row(subject, row), true);
            for (int i = 0; i < pass.gradient().length; i++) {
                assertThat(pass.gradient()[i]).isCloseTo(pass.finiteDifference(i), within(1e-6));
            }
        }
        assertThat(example.label()).isNotBlank();
        assertThat(example.help()).isNotBlank();
        assertThat(Example.byId(example.id())).contains(example);
    }
}
