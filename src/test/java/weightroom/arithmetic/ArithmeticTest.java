package weightroom.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    @Test
    void aMinusBeforeAPowerIsTakenLast() {
        assertEquals(-9, Arithmetic.parse("-x^2").value(Map.of("x", 3.0)));
    }

    @Test
    void aFormulaThatCannotBeReadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.parse("2 + "));
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.parse("(2 + x"));
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.parse("2x)"));
    }
}
