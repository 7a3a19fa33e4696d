package weightroom.race;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The sign test (Arbuthnott 1710; Dixon and Mood 1946): how likely pairs fall as unevenly as they did, or more so, where
 * nothing but chance decides each of them.
 */
final class SignTest {
    private SignTest() {}

    /**
     * The two-sided p of so many pairs won and lost, ties left out: min(1, 2·Σ C(n, i)/2ⁿ for i from 0 to min(won, lost)),
     * n = won + lost, summed in whole numbers.
     */
    static double p(int won, int lost) {
        int n = won + lost;
        BigInteger term = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        for (int i = 1; i <= Math.min(won, lost); i++) {
            term = term.multiply(BigInteger.valueOf(n - i + 1L)).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        BigDecimal share = new BigDecimal(sum.shiftLeft(1))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(n)), MathContext.DECIMAL128);
        return Math.min(1, share.doubleValue());
    }
}
