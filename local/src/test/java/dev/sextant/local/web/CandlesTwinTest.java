package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The candles of the database against a slow, obvious computation, on random buckets with holes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandlesTwinTest {

    private static final long FIRST_MS = 1_723_075_200_000L;
    private static final long BUCKET_MS = 15_000;
    private static final int BUCKETS = 400;
    private static final long WATERMARK_MS = FIRST_MS + BUCKETS * BUCKET_MS - 40_000;
    private static final long SEED = 20_240_808;

    private record Bucket(
            long startMs,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal buy,
            BigDecimal sell,
            long trades,
            boolean complete) {}

    private final TestDesk desk = new TestDesk();
    private final Random random = new Random(SEED);
    private final List<Bucket> buckets = new ArrayList<>();

    @BeforeAll
    void randomBucketsWithHoles() {
        for (int i = 0; i < BUCKETS; i++) {
            if (random.nextInt(10) > 2 && (i < 100 || i > 160)) {
                store(bucket(FIRST_MS + i * BUCKET_MS));
            }
        }
        desk.sql.call(Sql.of("""
                SELECT market.store_trades('BTCUSDT',
                    '[{"a":1,"t":1723075200000,"p":"1","q":"1","m":true,"f":1,"l":1}]', :watermark, 1)""").with("watermark", WATERMARK_MS));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void candlesAreTheSameAsCountedByHand() throws JsonProcessingException {
        long[] widths = {15_000, 60_000, 300_000};
        String[] names = {"15s", "1m", "5m"};
        for (int round = 0; round < 150; round++) {
            int w = random.nextInt(3);
            long from = FIRST_MS + random.nextInt(-3, BUCKETS) * BUCKET_MS + random.nextInt(2) * 7_001L;
            long to = from + 1 + random.nextLong(BUCKETS * BUCKET_MS);
            int limit = 1 + random.nextInt(random.nextBoolean() ? 5 : 500);
            boolean openStart = random.nextInt(3) == 0;
            boolean openEnd = random.nextInt(3) == 0;
            String path = "/api/v1/market/BTCUSDT/candles?interval=" + names[w] + "&limit=" + limit
                    + (openStart ? "" : "&from=" + from) + (openEnd ? "" : "&to=" + Instant.ofEpochMilli(to));
            String expected = byHand(widths[w], openStart ? 0 : from, openEnd ? Long.MAX_VALUE : to, limit);
            Reply reply = desk.http.get(path);
            assertEquals(
                    expected,
                    new JsonMapper().readTree(reply.body()).path("items").toString(),
                    () -> "seed " + SEED + ", " + path);
        }
    }

    private String byHand(long widthMs, long from, long to, int limit) {
        TreeMap<Long, List<Bucket>> candles = new TreeMap<>();
        for (Bucket bucket : buckets) {
            long start = Math.floorDiv(bucket.startMs, widthMs) * widthMs;
            if (start >= from && start < to) {
                candles.computeIfAbsent(start, _ -> new ArrayList<>()).add(bucket);
            }
        }
        List<String> shown = new ArrayList<>();
        candles.forEach((start, parts) -> shown.add(candle(start, widthMs, parts)));
        return "[" + String.join(",", shown.subList(Math.max(0, shown.size() - limit), shown.size())) + "]";
    }

    private static String candle(long startMs, long widthMs, List<Bucket> parts) {
        boolean complete = parts.stream().allMatch(Bucket::complete) && startMs + widthMs <= WATERMARK_MS;
        return "{\"start_at\":\"" + iso(startMs) + "\",\"open\":" + text(parts.getFirst().open) + ",\"high\":"
                + text(parts.stream()
                        .map(Bucket::high)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()) + ",\"low\":"
                + text(parts.stream()
                        .map(Bucket::low)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()) + ",\"close\":"
                + text(parts.getLast().close) + ",\"buy_volume\":"
                + text(parts.stream().map(Bucket::buy).reduce(BigDecimal.ZERO, BigDecimal::add)) + ",\"sell_volume\":"
                + text(parts.stream().map(Bucket::sell).reduce(BigDecimal.ZERO, BigDecimal::add)) + ",\"trades\":"
                + parts.stream().mapToLong(Bucket::trades).sum() + ",\"complete\":" + complete + "}";
    }

    private static String iso(long ms) {
        return Instant.ofEpochMilli(ms).toString().replace("Z", ".000Z");
    }

    private static String text(BigDecimal value) {
        return '"' + (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()) + '"';
    }

    private Bucket bucket(long startMs) {
        BigDecimal low = decimal(5_000_000_00L, 2);
        return new Bucket(
                startMs,
                low.add(BigDecimal.ONE),
                low.add(BigDecimal.TWO),
                low,
                low.add(decimal(2_00, 2)),
                decimal(5_000, 3),
                decimal(5_000, 3),
                1 + random.nextInt(50),
                random.nextInt(8) > 0);
    }

    private BigDecimal decimal(long below, int scale) {
        return BigDecimal.valueOf(random.nextLong(below) + 1, scale);
    }

    private void store(Bucket b) {
        buckets.add(b);
        desk.sql.update(Sql.of("""
                INSERT INTO market.buckets VALUES ('BTCUSDT', ops.ts(:start), 1, 1, :trades, :open, :high, :low, :close,
                    :buy, :sell, 1, '1:1', :complete, 'trade', 'h', 'test')""")
                .with("start", b.startMs)
                .with("trades", b.trades)
                .with("open", b.open)
                .with("high", b.high)
                .with("low", b.low)
                .with("close", b.close)
                .with("buy", b.buy)
                .with("sell", b.sell)
                .with("complete", b.complete));
    }
}
