package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Result;

class RowPartsTest {
    private static final Quantity W = Quantity.weight(0, 1, 0);

    private static Subject subject(boolean batchNorm) {
        return Shapes.subject(
                """
                { "weightroom": 1, "seed": 3, "data": { "inputs": 2, "rows":
                    [[0.3, -1.2, 0.5], [1.1, 0.4, -0.7], [-0.6, 0.9, 0.2], [2, -0.1, -1.5]] },
                  "network": { "layers": [{ "units": 3, "activation": "tanh", "batch-norm": %s },
                    { "units": 1, "activation": "linear" }] },
                  "training": { "loss": "mse", "batch": "full" } }
                """
                        .formatted(batchNorm));
    }

    private static <S extends Section> S one(Derivation derivation, Class<S> kind) {
        return derivation.sections().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowsPartIsTheSlopeOfItsOwnLossByTheNumberOfRows() {
        Subject subject = subject(false);
        Pass batch = Pass.of(subject, Sample.batch(subject), true);
        int row = batch.sample().rows()[2];

        Derivation part = Derivation.of(batch, W, 2);

        Pass alone = Pass.of(subject, Sample.row(subject, row), true);
        assertThat(one(part, InSymbols.class).left())
                .isEqualTo("\\frac{1}{4} \\cdot \\frac{\\partial L_{%d}}{\\partial w_{21}}".formatted(row));
        assertThat(one(part, Result.class).value().exact())
                .isCloseTo(alone.gradient()[alone.parameter(W)] / 4, within(1e-15));
    }

    @Test
    void whereBatchNormCouplesRowsAPartIsNotCalledTheSlopeOfTheRowsLoss() {
        Subject subject = subject(true);
        Pass batch = Pass.of(subject, Sample.batch(subject), true);
        int row = batch.sample().rows()[2];

        Derivation part = Derivation.of(batch, W, 2);

        assertThat(one(part, InSymbols.class).left()).isEqualTo("\\text{row %d}".formatted(row));
        assertThat(one(part, Result.class).symbol()).isEqualTo("\\text{row %d}".formatted(row));
        // Behind the normalization every row still has a part of its own.
        assertThat(one(Derivation.of(batch, Quantity.weight(1, 0, 1), 2), InSymbols.class)
                        .left())
                .contains("L_{%d}".formatted(row));
    }
}
