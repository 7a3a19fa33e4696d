package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.data.DataSource;
import weightroom.ui.model.Thumbnail.Mark;

class ThumbnailTest {
    @ParameterizedTest
    @EnumSource
    void everySourceHasAPictureOfItsOwnRowsWithinTheSquare(DataSource source) {
        Thumbnail thumbnail = Thumbnail.of(source);
        assertThat(thumbnail.marks()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(mark -> {
            assertThat(mark.x()).isBetween(0.0, 1.0);
            assertThat(mark.y()).isBetween(0.0, 1.0);
        });
        assertThat(Thumbnail.of(source)).isEqualTo(thumbnail);
        if (!source.isRegression() && thumbnail.kind() == Thumbnail.Kind.CLASSES) {
            assertThat(thumbnail.marks().stream().map(Mark::tone).collect(Collectors.toSet()))
                    .hasSize(source.defaults().classes());
        }
    }

    @Test
    void aGateIsItsFourRowsInTheFourCorners() {
        assertThat(Thumbnail.of(DataSource.XOR).marks())
                .containsExactlyInAnyOrder(new Mark(0, 0, 0), new Mark(0, 1, 1), new Mark(1, 0, 1), new Mark(1, 1, 0));
    }

    @Test
    void aCurveIsDrawnAsHighAsItsAmounts() {
        for (Mark mark : Thumbnail.of(DataSource.SINE).marks()) {
            assertThat(mark.tone()).isBetween((int) Math.floor(mark.y() * 5) - 1, (int) Math.floor(mark.y() * 5));
        }
    }

    @Test
    void aDigitIsItsSixtyFourPixels() {
        Thumbnail digit = Thumbnail.of(DataSource.DIGITS);
        assertThat(digit.kind()).isEqualTo(Thumbnail.Kind.PIXELS);
        assertThat(digit.marks()).hasSize(64);
        assertThat(digit.marks().stream().mapToInt(Mark::tone).max()).hasValue(Thumbnail.TONES - 1);
    }
}
