package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void decadesAreEquallyLongOnALogarithmicWay() {
        Reach reach = Reach.logarithmic(1e-4, 1);
        assertThat(reach.place(1e-4)).isZero();
        assertThat(reach.place(1e-3)).isCloseTo(0.25, within(1e-12));
        assertThat(reach.place(1)).isEqualTo(1);
        assertThat(reach.number(0.5)).isEqualTo(0.01);
    }

    @Test
    void numbersAreRoundedToTwoDigitsOrToTheStep() {
        assertThat(Reach.logarithmic(1e-4, 1).number(0.3)).isEqualTo(0.0016);
        assertThat(Reach.linear(0, 0.5, 0.01).number(0.61)).isEqualTo(0.3);
        assertThat(Reach.linear(0.1, 1, 0.05).number(0.777)).isEqualTo(0.8);
        assertThat(Reach.counts(1, 512).number(0.5)).isEqualTo(23);
    }

    @Test
    void theLeftEndIsZeroWhereZeroIsAsked() {
        Reach reach = Reach.logarithmicFromZero(1e-6, 1);
        assertThat(reach.number(0)).isZero();
        assertThat(reach.place(0)).isZero();
        assertThat(reach.place(1e-6)).isGreaterThan(0);
        assertThat(reach.number(reach.place(0.003))).isEqualTo(0.003);
    }

    @Test
    void numbersBeyondTheEndsStandAtThem() {
        assertThat(Reach.linear(0, 1, 0.1).place(7)).isEqualTo(1);
        assertThat(Reach.logarithmic(1e-4, 1).place(1e-9)).isZero();
    }
}
