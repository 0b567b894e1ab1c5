package dev.sextant.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.telemetry.Metrics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real scorer decides on a made-up market around midnight, its trades are recorded; then the second day is decided
 * again, undisturbed and with one thing spoiled at a time.
 */
abstract class DecidedDay {

    static final LocalDate DAY = LocalDate.parse("2024-08-09");
    static final long MIDNIGHT_MS = Instant.parse("2024-08-09T00:00:00Z").toEpochMilli();
    static final long TEN_PAST_MS = Instant.parse("2024-08-10T00:10:00Z").toEpochMilli();
    static final int BEFORE = 20;
    static final int COUNT = 70;
    static final List<AggTrade> TRADES = RandomTape.trades(5, COUNT);
    static final List<Bucket> BUCKETS = RandomTape.buckets(5, COUNT);
    static final List<Frame> FRAMES = RandomTape.frames(BUCKETS);

    @TempDir
    Path archive;

    final TestFunctions functions = new TestFunctions();
    final Map<String, Long> metrics = new TreeMap<>();

    @AfterEach
    void close() {
        functions.close();
    }

    DriftMeter meter() {
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

    String run() {
        try {
            return meter().run(TEN_PAST_MS);
        } catch (ObjectStoreException e) {
            throw new AssertionError(e);
        }
    }

    void record(List<AggTrade> trades) {
        SqlTrades store = new SqlTrades(functions.sqlAs("ingest"));
        for (int from = 0; from < trades.size(); from += SqlTrades.MAX_BATCH) {
            List<AggTrade> batch = trades.subList(from, Math.min(trades.size(), from + SqlTrades.MAX_BATCH));
            store.store(RandomTape.BTC, batch, batch.getLast().tradeTimeMs(), 7);
        }
    }

    static IndicatorReading reading(IndicatorType type, int bucket, Map<String, String> values) {
        long startMs = BUCKETS.get(bucket).startMs();
        Map<String, BigDecimal> numbers = new TreeMap<>();
        values.forEach((name, number) -> numbers.put(name, new BigDecimal(number)));
        return new IndicatorReading(RandomTape.BTC, type, startMs + 2_000, startMs + 3_000, numbers, true);
    }

    static IndicatorReading funding(int bucket) {
        return reading(
                IndicatorType.FUNDING_RATE,
                bucket,
                Map.of("rate", "0.00" + (100 + bucket * 7 % 89), "mark_price", 61_000 + bucket + ".5"));
    }

    static IndicatorReading openInterest(int bucket) {
        return reading(
                IndicatorType.OPEN_INTEREST_HIST,
                bucket,
                Map.of("open_interest", 80_000 + bucket * 37 % 101 + "", "open_interest_value", "1"));
    }

    /** What arrives during a bucket: a reading now and then. */
    static List<IndicatorReading> readings(int bucket) {
        List<IndicatorReading> readings = new ArrayList<>();
        if (bucket % 3 == 0) {
            readings.add(funding(bucket));
        }
        if (bucket % 4 == 0) {
            readings.add(openInterest(bucket));
        }
        return readings;
    }

    void decide(int from, int until) {
        for (int i = from; i < until; i++) {
            readings(i).forEach(functions::score);
            assertEquals("all", functions.score(FRAMES.get(i)));
        }
    }

    void everythingHappens() {
        functions.demo();
        record(TRADES);
        decide(0, COUNT);
    }

    /** Each row as {@code strategy compared/equal cause…}. */
    List<String> rows() {
        return functions.column(Sql.of("""
                select strategy || ' ' || compared || '/' || equal
                    || case when missing_data > 0 then ' missing ' || missing_data else '' end
                    || case when late_input > 0 then ' late ' || late_input else '' end
                    || case when strategy_changed > 0 then ' changed ' || strategy_changed else '' end
                    || case when unexplained > 0 then ' unexplained ' || unexplained else '' end
                    || case when above_limit then ' above' else '' end as x
                from analytics.drift where day = '2024-08-09' order by strategy, strategy_version"""));
    }

    List<String> differences(String strategy) {
        return functions.column(Sql.of("""
                select d->>'bucket_start' || ' ' || (d->>'kind') || ' ' || (d->>'field') || ' ' || (d->>'cause') || ': '
                    || (d->>'told') as x
                from analytics.drift, jsonb_array_elements(body->'differences') d
                where strategy = :strategy""").with("strategy", strategy));
    }

    List<String> alerts() {
        return functions.column(Sql.of("select told as x from ops.alerts order by alert_id"));
    }

    static String at(int bucket) {
        return Instant.ofEpochMilli(BUCKETS.get(bucket).startMs()).toString();
    }

    void thereIsAnAccount() {
        functions.sql.update(Sql.of("""
                insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses, loss_pause_ms,
                    max_data_age_ms, start_balance)
                values ('paper-main', 'paper', 'USDT', 20, 2, 5000, 8000, 10, 5, 4, 3600000, 600000, 10000)"""));
    }

    String measureAgain() {
        try {
            return meter().measure(DAY, TEN_PAST_MS);
        } catch (ObjectStoreException e) {
            throw new AssertionError(e);
        }
    }
}
