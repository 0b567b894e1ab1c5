package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.signals.testing.Captures;
import dev.sextant.signals.testing.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine beside the naive twin on recorded trades. */
class RealTradesTest {

    /** Lengths that fit into a few minutes, none of them equal. */
    private static final IndicatorSpec SHORT =
            new IndicatorSpec(45_000, 90_000, 180_000, 120_000, 60_000, 30_000, 30_000, 3, 150_000);

    @Test
    void allRowsOfTheBtcCaptureEqualARecount() {
        List<AggTrade> trades = Captures.singleTrades(Files.capture());
        assertEquals(21_313, trades.size());
        assertEquals(22, TwinCheck.check(IndicatorSpec.STANDARD, trades, 1).size());
        TwinCheck.check(SHORT, trades, 1);
    }

    @Test
    void allRowsOfTheMergedBtcCaptureEqualARecount() {
        List<AggTrade> trades = Captures.aggregated(Captures.singleTrades(Files.capture()));
        assertEquals(8_331, trades.size());
        TwinCheck.check(IndicatorSpec.STANDARD, trades, 1);
        TwinCheck.check(SHORT, trades, 1);
    }

    @Test
    void allRowsOfSeventeenMinutesOfTrxEqualARecount() {
        List<AggTrade> trades =
                Captures.trx(Files.reference("binance-trx-depth-trades-csv/usdm-trxusdt-trade-20250304.csv.gz"));
        assertEquals(9_999, trades.size());
        TwinCheck.check(IndicatorSpec.STANDARD, trades, 1);
        TwinCheck.check(SHORT, trades, 1);
    }

    @Test
    void rowsOfFourDaysEqualARecount() {
        List<AggTrade> trades =
                Captures.bitstamp(Files.reference("bitstamp-spot-trades-2013/BTCUSD-trades-20131125-28.csv.gz"));
        List<IndicatorRow> rows = TwinCheck.check(IndicatorSpec.STANDARD, trades, 997);
        assertEquals(4 * 5_760 - 2, rows.size());
        assertEquals(3, rows.getLast().coverage().windows());
    }
}
