package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureLabelTest {
    @Test
    void allDigitsAtTheEndOfANameStandLow() {
        assertThat(FeatureLabel.of("x1")).isEqualTo("x₁");
        assertThat(FeatureLabel.of("p00")).isEqualTo("p₀₀");
        assertThat(FeatureLabel.of("x12")).isEqualTo("x₁₂");
    }

    @Test
    void formulasAreWrittenAsPeopleDo() {
        assertThat(FeatureLabel.of("x1^2")).isEqualTo("x₁²");
        assertThat(FeatureLabel.of("x1*x2")).isEqualTo("x₁x₂");
        assertThat(FeatureLabel.of("sin(x1)")).isEqualTo("sin x₁");
    }

    @Test
    void otherNamesStayAsTheyAre() {
        assertThat(FeatureLabel.of("sepal_length_cm")).isEqualTo("sepal_length_cm");
        assertThat(FeatureLabel.of("co2_level")).isEqualTo("co2_level");
        assertThat(FeatureLabel.of("2024")).isEqualTo("2024");
    }
}
