package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RTest {

    private static R result(String pnl, String stopDistance, String quantity) {
        return R.ofTrade(new BigDecimal(pnl), new BigDecimal(stopDistance), Quantity.of(quantity));
    }

    @Test
    void aFullStopIsMinusOneR() {
        assertEquals(R.of("-1"), result("-20", "40", "0.5"));
    }

    @Test
    void halvesAreRoundedAwayFromZero() {
        assertEquals(R.of("0.333333"), result("1", "3", "1"));
        assertEquals(R.of("-0.000001"), result("-0.0000005", "1", "1"));
        assertEquals(R.of("0.000001"), result("0.0000005", "1", "1"));
    }

    @Test
    void resultsAreAddedAndCompared() {
        R day = result("-20", "40", "0.5").plus(R.of("0.4"));
        assertEquals("-0.6", day.toString());
        assertEquals(R.of("0.6"), day.negate());
        assertEquals(-1, day.compareTo(R.ZERO));
    }

    @Test
    void aTradeThatRiskedNothingHasNoResult() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> result("1", "0", "1"));
        assertEquals(
                "a trade that risked 0 has no result in R; stop distance and quantity must be above 0",
                refused.getMessage());
    }
}
