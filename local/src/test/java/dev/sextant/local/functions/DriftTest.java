package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlRejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day decided again from its recorded trades: undisturbed, in time, from wherever the trades are. */
class DriftTest extends DecidedDay {

    @Test
    void anUndisturbedDayIsDecidedTheSameAgain() {
        thereIsAnAccount();
        everythingHappens();
        assertEquals(MIDNIGHT_MS, BUCKETS.get(BEFORE).startMs());
        assertTrue(functions.signals().size() >= 5, "the tape must be worth the test");
        assertTrue(
                functions
                        .column(Sql.of("select gate_code as x from strategy.decisions"))
                        .contains("cooldown"),
                "cooldowns included");

        // The first day began with the desk, the second goes on from it.
        assertEquals(
                "2024-08-08: 40 comparisons, 0 differ, 0 unexplained; 2024-08-09: 100 comparisons, 0 differ, 0 unexplained",
                run());

        assertEquals(List.of("* 50/50", "demo_fast 50/50"), rows());
        assertEquals("no day is to be measured", run());
        assertEquals(List.of(), alerts());
        assertEquals(Map.of("DriftAboveLimit", 0L, "DriftUnexplained", 0L), metrics);
    }

    @Test
    void aDayIsMeasuredOnceItHasSettled() throws ObjectStoreException {
        everythingHappens();
        long midnightMs = Instant.parse("2024-08-10T00:00:00Z").toEpochMilli();
        assertTrue(meter().run(midnightMs + 299_999).startsWith("2024-08-08: "));
        assertEquals("no day is to be measured", meter().run(midnightMs + 299_999));
        assertTrue(meter().run(midnightMs + 300_000).startsWith("2024-08-09: "));
        assertEquals(
                "the day 2024-08-10 is not over",
                assertThrows(IllegalArgumentException.class, () -> meter().measure(DAY.plusDays(1), TEN_PAST_MS))
                        .getMessage());
        assertEquals(
                "2024-08-01: 0 comparisons, 0 differ, 0 unexplained",
                meter().measure(LocalDate.parse("2024-08-01"), TEN_PAST_MS));
    }

    @Test
    void aStoppedStrategyIsComparedByWhatItWouldHaveSaid() {
        functions.demo();
        record(TRADES);
        decide(0, 40);
        functions.sql.update(
                Sql.of("update strategy.strategies set state = 'STOPPED', state_reason = 'the desk had crashed'"));
        decide(40, COUNT);
        run();
        assertEquals(List.of("* 50/50", "demo_fast 50/50"), rows());
    }

    @Test
    void aMonthThatLeftTheDatabaseIsReadFromTheArchive() throws Exception {
        everythingHappens();
        new Archivist(functions.sqlAs("ingest"), new FolderObjects(archive), 1)
                .run(Instant.parse("2024-10-02T00:00:00Z").toEpochMilli());
        assertEquals(List.of("0"), functions.column(Sql.of("select count(*)::text as x from market.agg_trades")));
        assertEquals("2024-08-09: 100 comparisons, 0 differ, 0 unexplained", measureAgain());

        Path object;
        try (var files = Files.walk(archive)) {
            object = files.filter(file -> file.toString().contains("2024-08-09T00"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(object, new byte[] {1, 2, 3});
        String refused =
                String.valueOf(assertThrows(ObjectStoreException.class, () -> meter().measure(DAY, TEN_PAST_MS))
                        .getMessage());
        assertTrue(refused.contains("it is not what was written"), refused);
    }

    @Test
    void aDayOfMoreTradesThanOnePageIsReadWhole() {
        functions.demo();
        int count = 110;
        List<AggTrade> trades = RandomTape.trades(5, count);
        assertTrue((count - BEFORE) * 60 > SqlTrades.MAX_BATCH);
        record(trades);
        RandomTape.frames(RandomTape.buckets(5, count)).forEach(functions::score);
        run();
        assertEquals(List.of("* 90/90", "demo_fast 90/90"), rows());
    }

    @Test
    void onlyTheIngestMayStoreWhatWasMeasured() {
        for (String other : List.of("scorer", "risk", "placer", "reconciler", "api")) {
            assertThrows(
                    SqlRejectedException.class,
                    () -> functions
                            .sqlAs(other)
                            .call(Sql.of("select analytics.keep_drift('2024-08-09', '[]'::jsonb, now())")),
                    other);
        }
    }
}
