package dev.sextant.signals.window;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The CSV form of rows. Empty fields are null; exact sums print exactly; doubles print with the fewest digits that read
 * back as the same double; nothing prints with an exponent. The column names are those of the standard lengths even when
 * a strategy names others.
 */
public final class IndicatorCsv {

    /** The first line, without a line end. */
    public static final String HEADER =
            "ts,symbol,cvd_fast,cvd_mid,cvd_24h,cvd_day,cvd_fast_slope,cvd_accel,vwap_30m,atr_5m,"
                    + "atr_percentile,p95_qty,p99_qty,buy_vol_1m,sell_vol_1m,price,covered";

    private IndicatorCsv() {}

    /** One row, without a line end. Symbols hold no comma or quote, so nothing needs escaping. */
    public static String line(Symbol symbol, IndicatorRow row) {
        return String.join(
                ",",
                Long.toString(row.atMs() / 1000),
                symbol.name(),
                E8.print(row.cvdFastE8()),
                E8.print(row.cvdMidE8()),
                E8.print(row.cvd24hE8()),
                E8.print(row.cvdDayE8()),
                exact(row.cvdFastSlopeE8()),
                exact(row.cvdAccelE8()),
                derived(row.vwap()),
                derived(row.atr()),
                derived(row.atrPercentile()),
                exact(row.p95QtyE8()),
                exact(row.p99QtyE8()),
                E8.print(row.buyVolE8()),
                E8.print(row.sellVolE8()),
                E8.print(row.priceE8()),
                Integer.toString(row.coverage().windows()));
    }

    private static String exact(@Nullable Long valueE8) {
        return valueE8 == null ? "" : E8.print(valueE8);
    }

    private static String derived(@Nullable Double value) {
        return value == null ? "" : E8.printDecimal(BigDecimal.valueOf(value));
    }
}
