package dev.sextant.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tier;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalCheckTest {

    private static Optional<String> impossible(
            String price, String stop, String target2, String share, long closeAfterMs) {
        return SignalCheck.impossible(new SignalRaised(
                "s1",
                "d1",
                Bench.ACCOUNT,
                "demo",
                "demo@1#00000000",
                Bench.BTC,
                Direction.LONG,
                Bench.T0 - 15_000,
                88,
                Tier.STANDARD,
                new BigDecimal(price),
                new BigDecimal("3"),
                new BigDecimal(stop),
                new BigDecimal("3"),
                new BigDecimal(target2),
                new BigDecimal(share),
                Bench.T0,
                Bench.T0 + 15_000,
                closeAfterMs));
    }

    @ParameterizedTest
    @CsvSource({"60.1, 40, 60, 0.5, 1", "60.1, 60, 40, 0.001, 1", "61800, 40, 60, 0.999, 4200000"})
    void aPositionThatCanBeLookedAfterIsPossible(
            String price, String stop, String target2, String share, long closeMs) {
        assertEquals(Optional.empty(), impossible(price, stop, target2, share, closeMs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60    | 40 | 60 | 0.5 | 1  | price 60 leaves no room for a stop or target 60 away
            60    | 60 | 40 | 0.5 | 1  | price 60 leaves no room for a stop or target 60 away
            61800 | 40 | 60 | 0   | 1  | share of the first target is 0, expected between 0 and 1, exclusive
            61800 | 40 | 60 | 1   | 1  | share of the first target is 1, expected between 0 and 1, exclusive
            61800 | 40 | 60 | 0.5 | 0  | longest holding time is 0 ms, expected more than 0
            61800 | 40 | 60 | 0.5 | -1 | longest holding time is -1 ms, expected more than 0
            """)
    void whatNoExitCouldBePlacedWithIsNamed(
            String price, String stop, String target2, String share, long closeMs, String reason) {
        assertEquals(Optional.of(reason), impossible(price, stop, target2, share, closeMs));
    }
}
