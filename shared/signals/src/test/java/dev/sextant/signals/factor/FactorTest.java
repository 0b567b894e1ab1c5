package dev.sextant.signals.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.testing.Rows;
import dev.sextant.signals.window.IndicatorSpec;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each factor asked about markets made by hand; answers read "long short: words [source]". */
class FactorTest {

    private final ReadingLog log = new ReadingLog();

    @Test
    void cvdBlendsTheFastAndTheMiddleWindow() {
        Factor cvd = factor(FactorKind.CVD, "fast_full 0.2 mid_full 0.1 mid_share 0.25");
        says("0.375 0: cvd/volume fast +0.1000, mid +0.0000", cvd, new Rows().cvd("100", "0"));
        says("0.625 0: cvd/volume fast +0.1000, mid +0.5000", cvd, new Rows().cvd("100", "500"));
        says("0.75 0.25: cvd/volume fast +0.3000, mid -0.5000", cvd, new Rows().cvd("300", "-500"));
        says("missing NOT_COVERED: mid window not covered", cvd, new Rows().covered(3_600_000, true));
        Factor fast = factor(FactorKind.CVD, "fast_full 0.2 mid_full 0.1 mid_share 0");
        says("0 0.5: cvd/volume fast -0.1000", fast, new Rows().cvd("-100", "0").covered(3_600_000, true));
        says("missing NOT_COVERED: fast window not covered", fast, new Rows().covered(1_785_000, true));
    }

    @Test
    void p99CountsNetVolumeInLargeTrades() {
        Factor p99 = factor(FactorKind.P99, "full_trades 10");
        says(
                "0.4 0: net taker volume +4.0000 trades of p99 size 2",
                p99,
                new Rows().volume("13", "5").p99("2"));
        says(
                "0 1: net taker volume -20.0000 trades of p99 size 0.1",
                p99,
                new Rows().volume("1", "3").p99("0.1"));
        says("missing NO_INPUT: no trade in the size window", p99, new Rows().p99(null));
        says("missing NOT_COVERED: size window not covered", p99, new Rows().covered(86_385_000, true));
    }

    @Test
    void accelComparesWithTheMinutesVolume() {
        Factor accel = factor(FactorKind.ACCEL, "full_share 0.5");
        says(
                "0.6 0: cvd acceleration/volume +0.3000",
                accel,
                new Rows().accel("6").volume("12", "8"));
        says(
                "0 1: cvd acceleration/volume -2.0000",
                accel,
                new Rows().accel("-40").volume("12", "8"));
        says(
                "0 0: cvd acceleration/volume +0.0000",
                accel,
                new Rows().accel("6").volume("0", "0"));
        says("missing NO_INPUT: too few rows for an acceleration", accel, new Rows().accel(null));
        says(
                "missing NOT_COVERED: acceleration reaches back past covered input",
                accel,
                new Rows().covered(1_905_000, true));
    }

    @Test
    void volatilityIsWorthTradingWithinABand() {
        Factor atr = factor(FactorKind.ATR, "low 20 high 90");
        says("0.5 0.5: atr percentile 10.0", atr, new Rows().atr(1.0, 10.0));
        says("1 1: atr percentile 20.0", atr, new Rows().atr(1.0, 20.0));
        says("1 1: atr percentile 90.0", atr, new Rows().atr(1.0, 90.0));
        says("0.4 0.4: atr percentile 96.0", atr, new Rows().atr(1.0, 96.0));
        says("1 1: atr percentile 100.0", factor(FactorKind.ATR, "low 20 high 100"), new Rows().atr(1.0, 100.0));
        says("missing NO_INPUT: no ATR yet", atr, new Rows().atr(null, null));
        says("missing NOT_COVERED: candles of the ATR not covered", atr, new Rows().covered(86_400_000, false));
    }

    @Test
    void vwapIsNeutralAtTheAverage() {
        Factor vwap = factor(FactorKind.VWAP, "full_atr 2");
        says("0.5 0.5: price +0.0000 ATR from vwap", vwap, new Rows());
        says("0.75 0.25: price +1.0000 ATR from vwap", vwap, new Rows().price("60100", 60_000.0));
        says("0 1: price -3.0000 ATR from vwap", vwap, new Rows().price("59700", 60_000.0));
        says("missing NO_INPUT: no trade in the fast window", vwap, new Rows().price("60000", null));
        says("missing NO_INPUT: no ATR yet", vwap, new Rows().atr(null, null));
        says("missing NO_INPUT: no ATR yet", vwap, new Rows().atr(0.0, 100.0));
    }

    @Test
    void aCrowdOfLongsSpeaksForAShort() {
        Factor ratio = factor(FactorKind.LS_RATIO, "neutral 1 full_ratio 4 max_age_s 60");
        says("missing NO_INPUT: no long_short_ratio within 60 s", ratio, new Rows());
        reading(IndicatorType.LONG_SHORT_RATIO, -61_000, 0, "ratio 4");
        says("missing NO_INPUT: no long_short_ratio within 60 s", ratio, new Rows());
        reading(IndicatorType.LONG_SHORT_RATIO, -60_000, 0, "ratio 2");
        says("0.25 0.75: long/short ratio 2.0000 [BTCUSDT/long_short_ratio/1723161540000 60000]", ratio, new Rows());
        reading(IndicatorType.LONG_SHORT_RATIO, -50_000, 0, "ratio 0.5");
        says("0.75 0.25: long/short ratio 0.5000 [BTCUSDT/long_short_ratio/1723161550000 50000]", ratio, new Rows());
        reading(IndicatorType.LONG_SHORT_RATIO, -40_000, 0, "wrong 1");
        says("missing NO_INPUT: BTCUSDT/long_short_ratio/1723161560000 has no ratio", ratio, new Rows());
        reading(IndicatorType.LONG_SHORT_RATIO, -30_000, 0, "ratio 0");
        says("1 0: long/short ratio 0.0000 [BTCUSDT/long_short_ratio/1723161570000 30000]", ratio, new Rows());
    }

    @Test
    void risingOpenInterestConfirmsBothDirections() {
        Factor oi = factor(FactorKind.OI, "lag_s 300 full_change 0.02 max_age_s 600");
        reading(IndicatorType.OPEN_INTEREST_HIST, -10_000, 0, "open_interest 1010");
        says("missing NO_INPUT: no open_interest_hist from 300 s earlier", oi, new Rows());
        reading(IndicatorType.OPEN_INTEREST_HIST, -310_000, 0, "open_interest 1000");
        says(
                "0.75 0.75: open interest +1.0000 %"
                        + " [BTCUSDT/open_interest_hist/1723161290000..BTCUSDT/open_interest_hist/1723161590000 10000]",
                oi, new Rows());
        reading(IndicatorType.OPEN_INTEREST_HIST, -5_000, 0, "open_interest 900");
        says(
                "0 0: open interest -10.0000 %"
                        + " [BTCUSDT/open_interest_hist/1723161290000..BTCUSDT/open_interest_hist/1723161595000 5000]",
                oi, new Rows());
    }

    @Test
    void premiumAndFundingAreNeutralAtZero() {
        Factor premium = factor(FactorKind.COINBASE_PREMIUM, "full_bps 4 max_age_s 60");
        reading(IndicatorType.COINBASE_PREMIUM, -1_000, 0, "premium_bps 1");
        says(
                "0.625 0.375: coinbase premium +1.0000 bps [BTCUSDT/coinbase_premium/1723161599000 1000]",
                premium,
                new Rows());
        Factor funding = factor(FactorKind.FUNDING_RATE, "full_bps 2 max_age_s 60");
        reading(IndicatorType.FUNDING_RATE, -2_000, 0, "rate 0.0001");
        says("0.25 0.75: funding rate +1.0000 bps [BTCUSDT/funding_rate/1723161598000 2000]", funding, new Rows());
    }

    @Test
    void liquidatedShortsSpeakForALong() {
        Factor liquidation = factor(FactorKind.LIQUIDATION, "window_s 60 full_notional 1000");
        says("0 0: no liquidation observed in 60 s", liquidation, new Rows());
        reading(IndicatorType.LIQUIDATION, -61_000, 0, "long_notional 5000");
        reading(IndicatorType.LIQUIDATION, -60_000, 0, "short_notional 700");
        says(
                "0.7 0: observed liquidations: longs 0, shorts 700 [BTCUSDT/liquidation/1723161540000 60000]",
                liquidation,
                new Rows());
        reading(IndicatorType.LIQUIDATION, -1_000, 0, "long_notional 900 short_notional 100");
        says(
                "0 0.1: observed liquidations: longs 900, shorts 800"
                        + " [BTCUSDT/liquidation/1723161540000..BTCUSDT/liquidation/1723161599000 1000]",
                liquidation,
                new Rows());
    }

    @Test
    void whatWasNotYetKnownDoesNotCount() {
        reading(IndicatorType.COINBASE_PREMIUM, -30_000, 1, "premium_bps 3");
        Factor premium = factor(FactorKind.COINBASE_PREMIUM, "full_bps 4 max_age_s 60");
        says("missing NO_INPUT: no coinbase_premium within 60 s", premium, new Rows());
        says(
                "0.875 0.125: coinbase premium +3.0000 bps [BTCUSDT/coinbase_premium/1723161570000 45000]",
                premium,
                new Rows().at(Rows.AT_MS + 15_000));
    }

    private void reading(IndicatorType type, long afterMs, long knownAfterMs, String values) {
        log.add(new IndicatorReading(
                new Symbol("BTCUSDT"), type, Rows.AT_MS + afterMs, Rows.AT_MS + knownAfterMs, numbers(values), false));
    }

    private static Factor factor(FactorKind kind, String params) {
        return kind.build(new Params(numbers(params)));
    }

    private static Map<String, BigDecimal> numbers(String text) {
        String[] words = text.split(" ", -1);
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            numbers.put(words[i], new BigDecimal(words[i + 1]));
        }
        return numbers;
    }

    private void says(String expected, Factor factor, Rows rows) {
        FactorReading reading = factor.read(new FactorInputs(IndicatorSpec.STANDARD, rows.row(), log));
        String said = switch (reading) {
            case FactorReading.Missing missing -> "missing " + missing.reason() + ": " + missing.text();
            case FactorReading.Present present -> {
                var source = present.source();
                yield share(present.longMicros()) + " " + share(present.shortMicros()) + ": " + present.input()
                        + (source == null ? "" : " [" + source.id() + " " + source.ageMs() + "]");
            }
        };
        assertEquals(expected, said);
    }

    private static String share(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
