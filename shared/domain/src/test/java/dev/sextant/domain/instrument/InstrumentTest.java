package dev.sextant.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.001    | 50000   | fits
            0.002    | 61800.3 | fits
            120      | 61800.3 | fits
            119.999  | 61800.3 | fits
            0.0005   | 61800.3 | quantity 0.0005 is below the minimum 0.001
            0        | 61800.3 | quantity 0 is below the minimum 0.001
            120.001  | 61800.3 | quantity 120.001 is above the maximum 120
            0.0015   | 61800.3 | quantity 0.0015 is not a multiple of 0.001
            1.00001  | 61800.3 | quantity 1.00001 is not a multiple of 0.001
            0.001    | 49999.9 | notional 49.9999 is below the minimum 50
            """)
    void filtersNameWhatTheyRefuse(String quantity, String price, String expected) {
        assertEquals(
                expected,
                instrument(true).refuses(Quantity.of(quantity), Price.of(price)).orElse("fits"));
    }

    @Test
    void aClosedContractRefusesEverything() {
        assertEquals(
                "BTCUSDT is not tradable at the venue now",
                instrument(false).refuses(Quantity.of("1"), Price.of("61800")).orElse("fits"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.001", "0.1, 0", "-0.1, 0.001", "0.1, -1"})
    void tickAndStepMustBePositive(BigDecimal tick, BigDecimal step) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instrument(
                        new Symbol("BTCUSDT"),
                        "BTC",
                        "USDT",
                        true,
                        tick,
                        step,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.ONE));
    }

    private static Instrument instrument(boolean tradable) {
        return new Instrument(
                new Symbol("BTCUSDT"),
                "BTC",
                "USDT",
                tradable,
                new BigDecimal("0.10"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal("120"),
                new BigDecimal("50"));
    }
}
