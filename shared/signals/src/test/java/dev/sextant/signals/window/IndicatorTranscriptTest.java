package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small markets worked out by hand, told and answered in the CSV form. */
class IndicatorTranscriptTest {

    private static final Symbol BTCUSDT = new Symbol("BTCUSDT");
    private static final long MIDNIGHT = 1_723_161_600_000L;
    private static final IndicatorSpec SMALL =
            new IndicatorSpec(30_000, 60_000, 120_000, 60_000, 15_000, 15_000, 15_000, 2, 45_000);

    private final List<AggTrade> trades = new ArrayList<>();

    @Test
    void theHeaderNamesTheColumnsOfThePage() {
        assertEquals(
                "ts,symbol,cvd_fast,cvd_mid,cvd_24h,cvd_day,cvd_fast_slope,cvd_accel,vwap_30m,atr_5m,atr_percentile,"
                        + "p95_qty,p99_qty,buy_vol_1m,sell_vol_1m,price,covered",
                IndicatorCsv.HEADER);
    }

    @Test
    void columnsStayEmptyUntilTheyAreDefined() {
        buy(-60_000, "100", "1");
        buy(-45_000, "104", "2");
        sell(-30_000, "98", "4");
        sell(-15_000, "98", "0.5");
        buy(0, "99", "0.25");
        buy(15_000, "99", "0.25");
        assertRows(
                "1723161555,BTCUSDT,1,1,1,1,,,100,,,1.00139007,1.00139007,1,0,100,0",
                "1723161570,BTCUSDT,3,3,3,3,2,,102.66666666666667,,,2.00278015,2.00278015,2,0,104,1",
                "1723161585,BTCUSDT,-2,-1,-1,-1,-5,-7,100,5,100,4.00556031,4.00556031,0,4,98,1",
                "1723161600,BTCUSDT,-4.5,-1.5,-1.5,-1.5,-2.5,2.5,98,2.5,50,4.00556031,4.00556031,0,0.5,98,2",
                "1723161615,BTCUSDT,-0.25,-2.25,-1.25,0.25,4.25,6.75,98.33333333333333,1.75,33.333333333333336,4.00556031,4.00556031,"
                        + "0.25,0,99,2");
    }

    @Test
    void theDaySumStartsAnewAfterMidnightAndIsWholeAtMidnight() {
        buy(-15_000, "100", "3");
        buy(0, "100", "5");
        buy(15_000, "100", "1");
        assertEquals(
                List.of("3", "5"),
                rows(SMALL).stream().map(row -> E8.print(row.cvdDayE8())).toList());
    }

    @Test
    void aRowComesOnlyWhenATradeStandsAtOrPastItsInstant() {
        buy(0, "100", "1");
        buy(14_999, "100", "1");
        assertRows();
        buy(15_000, "100", "1");
        assertRows("1723161615,BTCUSDT,2,2,2,2,,,100,,,1.00139007,1.00139007,2,0,100,0");
    }

    @Test
    void silenceIsFlatCandlesAndEmptyWindows() {
        buy(0, "100", "1");
        buy(15_000, "110", "1");
        buy(105_000, "110", "1");
        List<IndicatorRow> rows = rows(SMALL);
        IndicatorRow last = rows.getLast();
        assertEquals(7, rows.size());
        assertEquals(
                "0,110,null,null,null",
                E8.print(last.fastQtyE8()) + "," + E8.print(last.priceE8()) + "," + last.vwap() + "," + last.p95QtyE8()
                        + "," + last.p99QtyE8());
        // TR 10, then flat: 5, 2.5, 1.25, 0.625, 0.3125
        assertEquals(0.3125, last.atr());
    }

    @Test
    void aGapUncoversEveryWindowItLiesInUntilItHasLeft() {
        for (int i = 0; i < 20; i++) {
            buy(15_000L * i, "100", "1");
        }
        AggTrade lost = trades.remove(10);
        assertEquals(11, lost.aggId());
        List<String> covered = rows(SMALL).stream()
                .map(row -> row.coverage().windows() + (row.coverage().atr() ? "a" : ""))
                .toList();
        // Each bucket holds one trade: without number 11, the buckets of trades 10 to 12 are in doubt.
        assertEquals(
                List.of(
                        "0", "1", "1a", "2a", "2a", "2a", "2a", "3a", "3a", "0", "0", "0", "0", "1a", "1a", "2a", "2a",
                        "2a", "2a"),
                covered);
    }

    @Test
    void anAbsentBucketCountsAsSilenceThatIsNotCovered() {
        for (int i = 0; i < 12; i++) {
            buy(15_000L * i, "100", "1");
        }
        List<Bucket> stored = new ArrayList<>(buckets());
        stored.remove(5);
        IndicatorEngine engine = new IndicatorEngine(SMALL);
        List<IndicatorRow> rows = stored.stream().map(engine::onBucket).toList();
        assertEquals(
                "1 2 2 2 2 1 2 2 2 2",
                rows.stream().map(row -> E8.print(row.fastQtyE8())).collect(Collectors.joining(" ")));
        assertEquals(
                "0 1 1 2 2 0 1 1 2 2",
                rows.stream()
                        .map(row -> Integer.toString(row.coverage().windows()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void bucketsThatGoBackOrJumpAMonthAreRefused() {
        buy(0, "100", "1");
        buy(15_000, "100", "1");
        buy(30_000, "100", "1");
        List<Bucket> buckets = buckets();
        IndicatorEngine engine = new IndicatorEngine(SMALL);
        engine.onBucket(buckets.getLast());
        Exception refused = assertThrows(IllegalArgumentException.class, () -> engine.onBucket(buckets.getFirst()));
        assertEquals(
                "bucket 1723161600000 can't follow, expected 1723161630000 or up to 2678400000 ms later",
                refused.getMessage());
    }

    @Test
    void flowBeyondTheRangeOfALongIsRefusedInWords() {
        for (int i = 0; i < 4; i++) {
            buy(15_000L * i, "0.00000001", "40000000000");
        }
        Exception refused = assertThrows(ArithmeticException.class, () -> rows(SMALL));
        assertEquals(
                "8000000000000000000 + 4000000000000000000 does not fit: sums of quantities are kept within "
                        + "±92,233,720,368 units of the base asset",
                refused.getMessage());
    }

    @Test
    void lengthsThatDoNotFitTheBucketsAreRefused() {
        Exception odd = assertThrows(
                IllegalArgumentException.class,
                () -> new IndicatorSpec(20_000, 60_000, 60_000, 60_000, 15_000, 15_000, 15_000, 2, 45_000));
        assertEquals("fastMs is 20000, expected a multiple of 15000 ms up to 86400000", odd.getMessage());
        Exception order = assertThrows(
                IllegalArgumentException.class,
                () -> new IndicatorSpec(60_000, 30_000, 60_000, 60_000, 15_000, 15_000, 15_000, 2, 45_000));
        assertEquals(
                "windows fast 60000, mid 30000, day 60000 ms are out of order, expected fast ≤ mid ≤ day",
                order.getMessage());
    }

    private void buy(long afterMidnightMs, String price, String qty) {
        add(afterMidnightMs, price, qty, false);
    }

    private void sell(long afterMidnightMs, String price, String qty) {
        add(afterMidnightMs, price, qty, true);
    }

    private void add(long afterMidnightMs, String price, String qty, boolean takerSold) {
        long id = trades.size() + 1L;
        trades.add(new AggTrade(id, E8.parse(price), E8.parse(qty), MIDNIGHT + afterMidnightMs, takerSold, id, id));
    }

    private List<Bucket> buckets() {
        BucketBuilder builder = new BucketBuilder();
        return trades.stream().flatMap(trade -> builder.onTrade(trade).stream()).toList();
    }

    private List<IndicatorRow> rows(IndicatorSpec spec) {
        TradeIndicators fold = new TradeIndicators(spec);
        return trades.stream().flatMap(trade -> fold.onTrade(trade).stream()).toList();
    }

    private void assertRows(String... expected) {
        assertEquals(
                List.of(expected),
                rows(SMALL).stream().map(row -> IndicatorCsv.line(BTCUSDT, row)).toList());
    }
}
