package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.testing.Captures;
import dev.sextant.signals.testing.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;

/**
 * Wilder's average by hand and beside ta4j. The two start differently: Wilder with the mean of the first 14 ranges, ta4j
 * with the first range alone. The difference fades by 13/14 each candle, so after 400 candles both must agree.
 */
class WilderAtrTest {

    @Test
    void theFirstAverageIsTheMeanAndThenItSmooths() {
        WilderAtr atr = new WilderAtr(3, 600_000);
        atr.onRange(300_000, E8.parse("6"));
        atr.onRange(600_000, E8.parse("3"));
        assertNull(atr.atr());
        assertNull(atr.percentile());
        atr.onRange(900_000, E8.parse("9"));
        assertEquals(6.0, atr.atr());
        assertEquals(100.0, atr.percentile());
        atr.onRange(1_200_000, E8.parse("0"));
        assertEquals(4.0, atr.atr());
        assertEquals(50.0, atr.percentile());
        atr.onRange(1_500_000, E8.parse("7"));
        assertEquals(5.0, atr.atr());
        assertEquals(200.0 / 3, atr.percentile());
    }

    @Test
    void theRankForgetsOldValuesButNeverTheCurrentOne() {
        WilderAtr atr = new WilderAtr(1, 600_000);
        atr.onRange(300_000, E8.parse("1"));
        atr.onRange(600_000, E8.parse("2"));
        atr.onRange(900_000, E8.parse("1.5"));
        atr.advance(900_000);
        assertEquals(50.0, atr.percentile());
        atr.advance(1_200_000);
        assertEquals(100.0, atr.percentile());
        atr.advance(99_000_000);
        assertEquals(100.0, atr.percentile());
    }

    @Test
    void agreesWithTa4jOnceTheStartHasFaded() {
        List<AggTrade> trades =
                Captures.bitstamp(Files.reference("bitstamp-spot-trades-2013/BTCUSD-trades-20131125-28.csv.gz"));
        TradeIndicators fold = new TradeIndicators(IndicatorSpec.STANDARD);
        TreeMap<Long, Double> ours = new TreeMap<>();
        trades.stream().flatMap(trade -> fold.onTrade(trade).stream()).forEach(row -> {
            Double atr = row.atr();
            if (atr != null && row.atMs() % 300_000 == 0) {
                ours.put(row.atMs(), atr);
            }
        });
        BarSeries series = series(trades);
        ATRIndicator theirs = new ATRIndicator(series, 14);
        int compared = 0;
        for (int i = 400; i < series.getBarCount(); i++) {
            Double atr = ours.get(series.getBar(i).getEndTime().toEpochMilli());
            if (atr != null) {
                assertEquals(theirs.getValue(i).doubleValue(), atr, atr * 1e-10);
                compared++;
            }
        }
        assertTrue(compared > 700, "compared " + compared + " candles");
        assertNotNull(ours.firstEntry());
    }

    private static BarSeries series(List<AggTrade> trades) {
        TreeMap<Long, double[]> candles = new TreeMap<>();
        for (AggTrade trade : trades) {
            double price = E8.toDouble(trade.priceE8());
            double[] candle = candles.computeIfAbsent(
                    trade.tradeTimeMs() / 300_000 * 300_000, start -> new double[] {price, price, price, price});
            candle[1] = Math.max(candle[1], price);
            candle[2] = Math.min(candle[2], price);
            candle[3] = price;
        }
        BarSeries series = new BaseBarSeriesBuilder().withName("btcusd").build();
        double close = 0;
        for (long start = candles.firstKey(); start <= candles.lastKey(); start += 300_000) {
            double[] candle = candles.getOrDefault(start, new double[] {close, close, close, close});
            close = candle[3];
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(5))
                    .endTime(Instant.ofEpochMilli(start + 300_000))
                    .openPrice(candle[0])
                    .highPrice(candle[1])
                    .lowPrice(candle[2])
                    .closePrice(candle[3])
                    .volume(1)
                    .add();
        }
        return series;
    }
}
