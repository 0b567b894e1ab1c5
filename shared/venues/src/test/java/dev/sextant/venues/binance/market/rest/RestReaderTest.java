package dev.sextant.venues.binance.market.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock stands 40 s before the end of a minute; sleeping is the only thing that moves it. */
class RestReaderTest {

    private static final URI TIME = URI.create("http://venue/time");

    private final ScriptedVenue venue = new ScriptedVenue();
    private final RateBudget budget = new RateBudget(() -> venue.nowMs);

    private RestReader reader(ReadPatience patience) {
        return new RestReader(venue, budget, patience, venue::sleep, () -> 0.5);
    }

    private String patientGet() throws Exception {
        return reader(ReadPatience.patient()).get(TIME, RateBudget.Pool.WEIGHT, 1);
    }

    private VenueReadException failure(ReadPatience patience) {
        return assertThrows(VenueReadException.class, () -> reader(patience).get(TIME, RateBudget.Pool.WEIGHT, 1));
    }

    @Test
    void aReadIsRepeatedWithBackoffUntilItWorks() throws Exception {
        venue.hangUp().answer(503, "busy").answer(200, "done");

        assertEquals("done", patientGet());
        assertEquals(List.of("+0 /time", "+125 /time", "+375 /time"), venue.log);
    }

    @Test
    void repeatingIsBounded() {
        venue.hangUp().hangUp().hangUp().hangUp();

        VenueReadException failure = failure(ReadPatience.patient());
        assertEquals(Kind.UNREACHABLE, failure.kind());
        assertEquals("/time: java.io.IOException: connection reset", failure.getMessage());
        assertEquals(4, venue.log.size());
    }

    @Test
    void whatOthersUsedOfTheSharedBudgetIsWaitedFor() throws Exception {
        SharedCount shared = new SharedCount("all is used", "all is used");
        venue.answer(200, "done", "X-MBX-USED-WEIGHT-1M", "1930");

        RestReader reader = new RestReader(
                venue, new RateBudget(() -> venue.nowMs, shared), ReadPatience.patient(), venue::sleep, () -> 0.5);
        assertEquals("done", reader.get(TIME, RateBudget.Pool.WEIGHT, 5));
        assertEquals(List.of("+2000 /time"), venue.log);
        assertEquals(List.of("read 5 of 2400", "read 5 of 2400", "read 5 of 2400", "said 1930, pause 0"), shared.log);
    }

    @Test
    void aBanIsToldToTheOthers() {
        SharedCount shared = new SharedCount();
        venue.answer(418, "", "Retry-After", "120");

        RestReader reader = new RestReader(
                venue,
                new RateBudget(() -> venue.nowMs, shared),
                ReadPatience.once(Duration.ofSeconds(1)),
                venue::sleep,
                () -> 0.5);
        assertThrows(VenueReadException.class, () -> reader.get(TIME, RateBudget.Pool.WEIGHT, 1));
        assertEquals("said -, pause 120000", shared.log.getLast());
    }

    @Test
    void withoutTheOthersAReaderGoesOnByItsOwnCount() throws Exception {
        SharedCount shared = new SharedCount();
        shared.away = true;
        venue.answer(200, "done", "X-MBX-USED-WEIGHT-1M", "7");

        RestReader reader = new RestReader(
                venue, new RateBudget(() -> venue.nowMs, shared), ReadPatience.patient(), venue::sleep, () -> 0.5);
        assertEquals("done", reader.get(TIME, RateBudget.Pool.WEIGHT, 1));
        assertEquals(List.of("+0 /time"), venue.log);
    }

    @Test
    void aRefusalIsNotRepeated() {
        venue.answer(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");

        VenueReadException failure = failure(ReadPatience.patient());
        assertEquals(Kind.REFUSED, failure.kind());
        assertEquals("/time: HTTP 400 -1121 Invalid symbol.", failure.getMessage());
    }

    @Test
    void aForbiddenRegionSaysWhatToDo() {
        venue.answer(451, "");

        VenueReadException failure = failure(ReadPatience.patient());
        assertEquals(Kind.FORBIDDEN, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("Use another region"));
    }

    @Test
    void nothingIsSentBeforeRetryAfterHasPassed() throws Exception {
        venue.answer(429, "{}", "Retry-After", "7").answer(200, "done");

        assertEquals("done", patientGet());
        assertEquals(List.of("+0 /time", "+7000 /time"), venue.log);
    }

    @Test
    void aBanHoldsForAllReadersAndThoseInAHurryFailAtOnce() {
        venue.answer(418, "{}", "Retry-After", "120");

        assertEquals(Kind.THROTTLED, failure(ReadPatience.patient()).kind());
        VenueReadException second = failure(ReadPatience.once(Duration.ofSeconds(1)));
        assertEquals(Kind.THROTTLED, second.kind());
        assertEquals(119_875, second.retryAfterMs());
        assertEquals(1, venue.log.size());
    }

    @Test
    void theWeightTheVenueReportsCounts() throws Exception {
        venue.answer(200, "1", "X-MBX-USED-WEIGHT-1M", "1920").answer(200, "2");

        assertEquals("1", patientGet());
        assertEquals(
                Kind.THROTTLED,
                failure(ReadPatience.once(Duration.ofSeconds(1))).kind());
        assertEquals("2", patientGet());
        assertEquals(List.of("+0 /time", "+40000 /time"), venue.log);
    }

    @Test
    void aFifthOfTheLimitStaysFree() throws Exception {
        for (int i = 0; i < 97; i++) {
            venue.answer(200, "" + i);
        }
        RestReader reader = reader(ReadPatience.patient());
        for (int i = 0; i < 97; i++) {
            reader.get(TIME, RateBudget.Pool.WEIGHT, 20);
        }
        assertEquals(96, venue.log.stream().filter("+0 /time"::equals).count());
        assertEquals("+40000 /time", venue.log.getLast());
    }

    @Test
    void theLimitOfTheVenueReplacesTheDefault() throws Exception {
        budget.weightPerMinute(10);
        venue.answer(200, "1").answer(200, "2");
        RestReader reader = reader(ReadPatience.patient());
        reader.get(TIME, RateBudget.Pool.WEIGHT, 5);
        reader.get(TIME, RateBudget.Pool.WEIGHT, 5);

        assertEquals(List.of("+0 /time", "+40000 /time"), venue.log);
    }

    @Test
    void statisticsHaveTheirOwnLimit() throws Exception {
        budget.weightPerMinute(1);
        for (int i = 0; i < 10; i++) {
            venue.answer(200, "");
        }
        RestReader reader = reader(ReadPatience.once(Duration.ofSeconds(1)));
        for (int i = 0; i < 10; i++) {
            reader.get(TIME, RateBudget.Pool.STATISTICS, 0);
        }
        assertEquals(10, venue.log.size());
    }
}
