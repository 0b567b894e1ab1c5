package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBudgetTest {

    private final SteppedTime time = new SteppedTime();
    private final RequestBudget budget = new RequestBudget(() -> time.wallMs, 100);

    @ParameterizedTest
    @CsvSource({"READ, 80", "ENTRY, 80", "RECONCILIATION, 100", "CANCEL, 100", "EXIT, 100"})
    void eachPriorityHasItsShareOfTheMinute(Priority priority, int share) {
        for (int weight = 0; weight < share; weight++) {
            assertTrue(budget.take(priority, 1).isEmpty());
        }
        assertEquals(
                "request weight " + share + " + 1 is above " + share + " % of 100 a minute",
                budget.take(priority, 1).orElseThrow().reason());
    }

    @Test
    void whatReadsMayNotUseIsLeftForReconciliationAndCancels() {
        answered(200, Map.of("X-MBX-USED-WEIGHT-1M", List.of("80")), "{}");
        assertFalse(budget.take(Priority.READ, 1).isEmpty());
        assertTrue(budget.take(Priority.RECONCILIATION, 5).isEmpty());
        assertTrue(budget.take(Priority.CANCEL, 5).isEmpty());
        assertEquals(90, budget.usedWeight());
    }

    @Test
    void theVenuesCountReplacesOurs() {
        budget.take(Priority.READ, 40);
        answered(200, Map.of("X-MBX-USED-WEIGHT-1M", List.of("7")), "{}");
        assertEquals(7, budget.usedWeight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "7.5", "99999999999999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void aRetryAfterThatIsNoNumberOfSecondsCountsAsAMinute(String retryAfter) {
        answered(429, Map.of("Retry-After", List.of(retryAfter)), "{}");
        assertEquals(60_000, budget.pausedUntilMs().orElseThrow() - time.wallMs);
    }

    @Test
    void aLaterShorterPauseDoesNotShortenALongerOne() {
        answered(429, Map.of("Retry-After", List.of("100")), "{}");
        answered(429, Map.of("Retry-After", List.of("1")), "{}");
        assertEquals(100_000, budget.pausedUntilMs().orElseThrow() - time.wallMs);
    }

    @Test
    void aBanOfAnotherClocksYearsIsCutToTheLongestThereIs() {
        answered(418, Map.of(), Bodies.error(-1003, "IP banned until 9990000120000"));
        assertEquals(3L * 24 * 3_600_000, budget.pausedUntilMs().orElseThrow() - time.wallMs);
    }

    @Test
    void aBanWithoutAnEndLastsTenMinutes() {
        answered(418, Map.of(), "");
        assertEquals(600_000, budget.pausedUntilMs().orElseThrow() - time.wallMs);
    }

    @Test
    void theFirstReasonToHaltIsTheOneThatStays() {
        answered(401, Map.of(), Bodies.error(-2015, "Invalid API-key, IP, or permissions for action."));
        answered(451, Map.of(), "");
        assertEquals(
                "the venue answered status 401, -2015 Invalid API-key, IP, or permissions for action.",
                budget.haltReason().orElseThrow());
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RequestBudget(() -> 0, 0));
    }

    private void answered(int status, Map<String, List<String>> headers, String body) {
        budget.observe(new Answered(status, HttpHeaders.of(headers, (name, value) -> true), body));
    }
}
