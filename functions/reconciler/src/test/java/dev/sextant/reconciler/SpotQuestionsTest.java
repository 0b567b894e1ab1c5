package dev.sextant.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.reconciler.Examination.Verdict;
import dev.sextant.venues.kraken.trade.AssetBalance;
import dev.sextant.venues.kraken.trade.KeyInfo;
import dev.sextant.venues.kraken.trade.LazyKraken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes an account at Kraken unfit, by what its reconciler's key is told. */
class SpotQuestionsTest {

    private static KeyInfo key(String... rights) {
        return new KeyInfo(BigInteger.ONE, 0, new HashSet<>(Arrays.asList(rights)), 0, 0, 0, List.of());
    }

    private static AssetBalance holds(String amount, String held) {
        return new AssetBalance(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(held));
    }

    @Test
    void aKeyThatOnlyAsksIsEnough() {
        assertEquals(List.of(), SpotQuestions.rights(key("query-funds", "query-open-trades", "query-closed-trades")));
    }

    @Test
    void aKeyThatCanMoveMoneyOutOrCanNotAskIsNot() {
        assertEquals(
                List.of("the key can move money out of the account (withdraw-funds)"),
                SpotQuestions.rights(key("query-funds", "query-open-trades", "query-closed-trades", "withdraw-funds")));
        assertEquals(
                List.of("the reconciler's key lacks query-closed-trades, query-open-trades"),
                SpotQuestions.rights(key("query-funds")));
    }

    @Test
    void fiveSecondsEitherWayAreTooMuch() {
        assertEquals(List.of(), SpotQuestions.clock(10_000, 15_000));
        assertEquals(
                List.of("this clock is 5001 ms ahead of Kraken's, limit 5000"), SpotQuestions.clock(10_000, 15_001));
        assertEquals(List.of("this clock is 6000 ms behind Kraken's, limit 5000"), SpotQuestions.clock(16_000, 10_000));
    }

    @Test
    void somethingToBeginWithMustBeFree() {
        List<String> starts = List.of("USD", "EUR");
        assertEquals(List.of(), SpotQuestions.money(Map.of("EUR", holds("5", "1"), "BTC", holds("1", "0")), starts));
        assertEquals(
                List.of("nothing to begin a triangle with: no USD and no EUR"),
                SpotQuestions.money(Map.of("EUR", holds("5", "5"), "BTC", holds("1", "0")), starts));
    }

    @Test
    void aVenueThatIsAwayIsNoPassAndNoFault() {
        Examination seen = new SpotQuestions(
                        new LazyKraken(() -> {
                            throw new VenueUnavailableException("away");
                        }),
                        List.of("USD"),
                        () -> 0)
                .examine();
        assertFalse(seen.passed());
        assertFalse(seen.failed());
        assertEquals(
                List.of("kraken_clock", "kraken_key", "kraken_balance"),
                seen.findings().stream().map(Examination.Finding::name).toList());
        seen.findings().forEach(finding -> assertEquals(Verdict.UNKNOWN, finding.verdict()));
    }
}
