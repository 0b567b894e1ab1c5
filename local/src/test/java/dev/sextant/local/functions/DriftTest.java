package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlRejectedException;
import dev.sextant.platform.telemetry.Metrics;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real scorer decides on a made-up market around midnight, its trades are recorded; then the second day is decided
 * again, undisturbed and with one thing spoiled at a time.
 */
class DriftTest {

    private static final LocalDate DAY = LocalDate.parse("2024-08-09");
    private static final long MIDNIGHT_MS =
            Instant.parse("2024-08-09T00:00:00Z").toEpochMilli();
    private static final long TEN_PAST_MS =
            Instant.parse("2024-08-10T00:10:00Z").toEpochMilli();
    private static final int BEFORE = 20;
    private static final int COUNT = 70;
    private static final List<AggTrade> TRADES = RandomTape.trades(5, COUNT);
    private static final List<Bucket> BUCKETS = RandomTape.buckets(5, COUNT);
    private static final List<Frame> FRAMES = RandomTape.frames(BUCKETS);

    @TempDir
    private Path archive;

    private final TestFunctions functions = new TestFunctions();
    private final Map<String, Long> metrics = new TreeMap<>();

    @AfterEach
    void close() {
        functions.close();
    }

    private DriftMeter meter() {
        return new DriftMeter(functions.sqlAs("ingest"), new FolderObjects(archive), new Metrics() {
            @Override
            public void count(String name, long more) {
                metrics.merge(name, more, Long::sum);
            }

            @Override
            public void longest(String name, long durationMs) {}

            @Override
            public void flush() {}
        });
    }

    private String run() {
        try {
            return meter().run(TEN_PAST_MS);
        } catch (ObjectStoreException e) {
            throw new AssertionError(e);
        }
    }

    private void record(List<AggTrade> trades) {
        SqlTrades store = new SqlTrades(functions.sqlAs("ingest"));
        for (int from = 0; from < trades.size(); from += SqlTrades.MAX_BATCH) {
            List<AggTrade> batch = trades.subList(from, Math.min(trades.size(), from + SqlTrades.MAX_BATCH));
            store.store(RandomTape.BTC, batch, batch.getLast().tradeTimeMs(), 7);
        }
    }

    private static IndicatorReading reading(IndicatorType type, int bucket, Map<String, String> values) {
        long startMs = BUCKETS.get(bucket).startMs();
        Map<String, BigDecimal> numbers = new TreeMap<>();
        values.forEach((name, number) -> numbers.put(name, new BigDecimal(number)));
        return new IndicatorReading(RandomTape.BTC, type, startMs + 2_000, startMs + 3_000, numbers, true);
    }

    private static IndicatorReading funding(int bucket) {
        return reading(
                IndicatorType.FUNDING_RATE,
                bucket,
                Map.of("rate", "0.00" + (100 + bucket * 7 % 89), "mark_price", 61_000 + bucket + ".5"));
    }

    private static IndicatorReading openInterest(int bucket) {
        return reading(
                IndicatorType.OPEN_INTEREST_HIST,
                bucket,
                Map.of("open_interest", 80_000 + bucket * 37 % 101 + "", "open_interest_value", "1"));
    }

    /** What arrives during a bucket: a reading now and then. */
    private static List<IndicatorReading> readings(int bucket) {
        List<IndicatorReading> readings = new ArrayList<>();
        if (bucket % 3 == 0) {
            readings.add(funding(bucket));
        }
        if (bucket % 4 == 0) {
            readings.add(openInterest(bucket));
        }
        return readings;
    }

    private void decide(int from, int until) {
        for (int i = from; i < until; i++) {
            readings(i).forEach(functions::score);
            assertEquals("all", functions.score(FRAMES.get(i)));
        }
    }

    private void everythingHappens() {
        functions.demo();
        record(TRADES);
        decide(0, COUNT);
    }

    /** Each row as {@code strategy compared/equal cause…}. */
    private List<String> rows() {
        return functions.column(Sql.of("""
                select strategy || ' ' || compared || '/' || equal
                    || case when missing_data > 0 then ' missing ' || missing_data else '' end
                    || case when late_input > 0 then ' late ' || late_input else '' end
                    || case when strategy_changed > 0 then ' changed ' || strategy_changed else '' end
                    || case when unexplained > 0 then ' unexplained ' || unexplained else '' end
                    || case when above_limit then ' above' else '' end as x
                from analytics.drift where day = '2024-08-09' order by strategy, strategy_version"""));
    }

    private List<String> differences(String strategy) {
        return functions.column(Sql.of("""
                select d->>'bucket_start' || ' ' || (d->>'kind') || ' ' || (d->>'field') || ' ' || (d->>'cause') || ': '
                    || (d->>'told') as x
                from analytics.drift, jsonb_array_elements(body->'differences') d
                where strategy = :strategy""").with("strategy", strategy));
    }

    private List<String> alerts() {
        return functions.column(Sql.of("select told as x from ops.alerts order by alert_id"));
    }

    private static String at(int bucket) {
        return Instant.ofEpochMilli(BUCKETS.get(bucket).startMs()).toString();
    }

    private void thereIsAnAccount() {
        functions.sql.update(Sql.of("""
                insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses, loss_pause_ms,
                    max_data_age_ms, start_balance)
                values ('paper-main', 'paper', 'USDT', 20, 2, 5000, 8000, 10, 5, 4, 3600000, 600000, 10000)"""));
    }

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
    void aTradeThatIsNotInTheStoreIsNamedFromItsBucketOn() {
        thereIsAnAccount();
        everythingHappens();
        AggTrade lost = TRADES.get(30 * 60 + 7);
        assertEquals(
                1,
                functions.sql.update(Sql.of("delete from market.agg_trades where agg_id = :id")
                        .with("id", lost.aggId())));
        run();
        assertEquals(List.of("* 50/10 missing 40 above", "demo_fast 50/10 missing 40 above"), rows());
        assertEquals(
                at(30) + " different indicators.cvd_fast missing_data: bucket " + at(30)
                        + " lacks trades in the store: trade " + lost.aggId() + ", not in the ledger of gaps",
                differences("demo_fast").getFirst());
        assertEquals(
                List.of(
                        "40 of 50 decisions of * on BTCUSDT on 2024-08-09 differ from what the recorded trades give, 0 of them"
                                + " unexplained",
                        "40 of 50 decisions of demo_fast on BTCUSDT on 2024-08-09 differ from what the recorded trades give, 0"
                                + " of them unexplained"),
                alerts());

        record(List.of(lost));
        assertEquals("2024-08-09: 100 comparisons, 0 differ, 0 unexplained", measureAgain());
        assertEquals(List.of("* 50/50", "demo_fast 50/50"), rows());
    }

    @Test
    void tradesThatEndBeforeTheDecisionsAreMissing() {
        everythingHappens();
        functions.sql.update(Sql.of("delete from market.agg_trades where agg_id >= :id")
                .with("id", TRADES.get(60 * 60 + 30).aggId()));
        run();
        assertEquals(List.of("* 50/40 missing 10 above", "demo_fast 50/40 missing 10 above"), rows());
        assertTrue(
                differences("demo_fast")
                        .getFirst()
                        .contains("bucket " + at(60) + " lacks trades in the store: trades "),
                () -> differences("demo_fast").getFirst());
    }

    private String measureAgain() {
        try {
            return meter().measure(DAY, TEN_PAST_MS);
        } catch (ObjectStoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatTheDeskDecidedOnAnIncompleteBucketIsMissingData() {
        functions.demo();
        record(TRADES);
        decide(0, 40);
        Bucket whole = BUCKETS.get(40);
        Bucket half = new Bucket(whole.sums(), whole.sizes(), false, whole.closedBy());
        readings(40).forEach(functions::score);
        functions.score(RandomTape.frame(7, 400, List.of(half)));
        functions.score(RandomTape.frame(7, 401, List.of(BUCKETS.get(41))));
        functions.freshSandbox();
        functions.score(FRAMES.get(40));
        decide(42, COUNT);
        run();
        assertEquals(
                at(40) + " different covered.windows missing_data: bucket " + at(40)
                        + " was incomplete when it was decided on",
                differences("demo_fast").getFirst());
        assertEquals(at(41), differences("demo_fast").getLast().substring(0, at(41).length()));
        assertEquals(List.of("* 50/50", "demo_fast 50/48 missing 2 above"), rows());
    }

    @Test
    void aReadingThatCameTooLateIsTheOnlyDifferenceOfItsBuckets() {
        functions.demo();
        record(TRADES);
        decide(0, 33);
        assertEquals("all", functions.score(FRAMES.get(33)));
        functions.score(funding(33));
        assertEquals("all", functions.score(FRAMES.get(34)));
        decide(35, 44);
        assertEquals("all", functions.score(FRAMES.get(44)));
        functions.score(openInterest(44));
        decide(45, COUNT);
        run();
        assertEquals(List.of("* 50/49 late 1 above", "demo_fast 50/48 late 2 above"), rows());
        List<String> differences = differences("demo_fast");
        assertTrue(
                differences.getFirst().startsWith(at(33) + " different factors.funding_rate."), differences::toString);
        assertTrue(
                differences.getFirst().contains("late_input: without the readings from {funding_rate="),
                differences::toString);
        assertTrue(differences.getLast().startsWith(at(44) + " different factors.oi."), differences::toString);
    }

    private static String otherWeights() {
        return TestFunctions.demoText().replaceFirst("\"weight\": 50", "\"weight\": 49");
    }

    @Test
    void aStrategyThatChangedAtNoonIsDecidedAgainWithTheFileOfEachHour() {
        functions.demo();
        record(TRADES);
        decide(0, 45);
        functions.strategy(otherWeights());
        decide(45, COUNT);
        run();
        assertEquals(List.of("* 50/50", "demo_fast 25/25", "demo_fast 25/25"), rows());
    }

    @Test
    void withoutTheFileOfThatHourItIsSaidThatItChanged() {
        functions.demo();
        record(TRADES);
        decide(0, 45);
        String old = functions.strategy(otherWeights()).strategyVersion();
        decide(45, COUNT);
        functions.sql.update(Sql.of("delete from strategy.versions where strategy_version <> :kept")
                .with("kept", old));
        run();
        List<String> rows = new ArrayList<>(rows());
        assertTrue(rows.remove("demo_fast 25/0 changed 25 above"), rows::toString);
        assertEquals(List.of("* 50/50", "demo_fast 25/25"), rows);
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
    void aDecisionThatNothingExplainsIsNamedAndTold() {
        thereIsAnAccount();
        everythingHappens();
        functions.sql.update(Sql.of("""
                update strategy.decisions set body = jsonb_set(body, '{short_score}', '101')
                where bucket_start = ops.ts(:at)""").with("at", BUCKETS.get(50).startMs()));
        functions.sql.update(Sql.of("delete from strategy.decisions where bucket_start = ops.ts(:at) and not taken")
                .with("at", BUCKETS.get(51).startMs()));
        run();
        assertEquals(
                List.of(
                        at(50) + " different short_score unexplained: the same indicators give another decision",
                        at(51) + " only_recomputed  unexplained: the desk has no decision for this bucket"),
                differences("demo_fast"));
        assertEquals(2L, metrics.get("DriftUnexplained"));
        assertEquals(1, alerts().size());
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
