package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares rows with the naive twin: sums to the last digit, quantiles to 1 %, doubles to a part in 10¹². */
final class TwinCheck {

    private static final double RELATIVE = 1e-12;

    private final IndicatorSpec spec;
    private final NaiveIndicators naive;

    private TwinCheck(IndicatorSpec spec, List<AggTrade> trades) {
        this.spec = spec;
        this.naive = new NaiveIndicators(spec, trades);
    }

    /** Runs the trades and checks every {@code stride}-th row; returns all rows. */
    static List<IndicatorRow> check(IndicatorSpec spec, List<AggTrade> trades, int stride) {
        TradeIndicators fold = new TradeIndicators(spec);
        List<IndicatorRow> rows =
                trades.stream().flatMap(trade -> fold.onTrade(trade).stream()).toList();
        TwinCheck twin = new TwinCheck(spec, trades);
        assertEquals(
                twin.naive.instants(), rows.stream().map(IndicatorRow::atMs).toList());
        for (int i = 0; i < rows.size(); i++) {
            if (i % stride == 0 || i == rows.size() - 1) {
                twin.check(rows.get(i));
            }
        }
        return rows;
    }

    private void check(IndicatorRow row) {
        long at = row.atMs();
        Predicate<AggTrade> sold = AggTrade::buyerIsMaker;
        exact("cvd_fast", naive.cvd(at, spec.fastMs()), row.cvdFastE8());
        exact("cvd_mid", naive.cvd(at, spec.midMs()), row.cvdMidE8());
        exact("cvd_24h", naive.cvd(at, spec.dayMs()), row.cvd24hE8());
        exact("cvd_day", naive.cvdDay(at), row.cvdDayE8());
        exact("cvd_fast_slope", naive.slope(at), row.cvdFastSlopeE8());
        exact("cvd_accel", naive.accel(at), row.cvdAccelE8());
        exact("buy_vol_1m", naive.volume(at, spec.volumeMs(), sold.negate()), row.buyVolE8());
        exact("sell_vol_1m", naive.volume(at, spec.volumeMs(), sold), row.sellVolE8());
        exact("fast quantity", naive.volume(at, spec.fastMs(), any -> true), row.fastQtyE8());
        exact("mid quantity", naive.volume(at, spec.midMs(), any -> true), row.midQtyE8());
        exact("price", naive.price(at), row.priceE8());
        near("p95_qty", naive.quantile(at, 95), row.p95QtyE8() == null ? null : E8.toDouble(row.p95QtyE8()), 0.01);
        near("p99_qty", naive.quantile(at, 99), row.p99QtyE8() == null ? null : E8.toDouble(row.p99QtyE8()), 0.01);
        near("vwap_30m", naive.vwap(at), row.vwap(), RELATIVE);
        near("atr_5m", naive.atr(at), row.atr(), RELATIVE);
        rank(at, row.atrPercentile());
        coverage(row);
    }

    private void rank(long at, @Nullable Double percentile) {
        if (naive.atr(at) == null) {
            assertNull(percentile);
            return;
        }
        assertNotNull(percentile);
        double least = naive.percentile(at, "0.999999999999");
        double most = naive.percentile(at, "1.000000000001");
        assertTrue(
                least <= percentile && percentile <= most,
                () -> "atr_percentile at " + at + " is " + percentile + ", expected " + least + " to " + most);
    }

    private void coverage(IndicatorRow row) {
        int windows = 0;
        for (long length : new long[] {spec.fastMs(), spec.midMs(), spec.dayMs()}) {
            windows += naive.covered(row.atMs(), length) ? 1 : 0;
            assertEquals(naive.covered(row.atMs(), length), row.coverage().covers(length));
        }
        assertEquals(windows, row.coverage().windows(), () -> "covered at " + row.atMs());
        long candles = spec.atrPeriod() * spec.candleMs() + Math.floorMod(row.atMs(), spec.candleMs());
        boolean atr = row.atr() != null && naive.covered(row.atMs(), candles);
        assertEquals(atr, row.coverage().atr(), () -> "covered candles at " + row.atMs());
    }

    private static void exact(String column, @Nullable BigDecimal expected, @Nullable Long actualE8) {
        assertEquals(expected == null ? null : (Long) E8.of(expected), actualE8, column);
    }

    private static void near(String column, @Nullable BigDecimal expected, @Nullable Double actual, double relative) {
        if (expected == null || actual == null) {
            assertEquals(expected == null, actual == null, column);
            return;
        }
        double wanted = expected.doubleValue();
        assertEquals(wanted, actual, Math.abs(wanted) * relative, column);
    }
}
