package dev.sextant.signals.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.ReadingLog;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import dev.sextant.signals.strategy.StrategyJson;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.Rows;
import dev.sextant.signals.testing.StrategyFiles;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The baseline asked about rows made by hand; answers read "long/short code: words". */
class ScorerTest {

    private static final Symbol BTCUSDT = new Symbol("BTCUSDT");

    private final ReadingLog log = new ReadingLog();
    private Strategy strategy = StrategyFile.parse(Files.strategy("v51_baseline"));
    private LastSignals last = LastSignals.NONE;

    @Test
    void everyFactorInFullScoresAHundredAndFires() {
        bullishReadings();
        says("100/10 fired: score 100 of 75: heavy long", bullish());
    }

    @Test
    void aMissingFactorCountsNothingButKeepsItsWeight() {
        says("70/0 score_below_threshold: score 70 of 75: needed +5", bullish());
        reading(IndicatorType.COINBASE_PREMIUM, "premium_bps", "5");
        says("80/0 fired: score 80 of 75: light long", bullish());
    }

    @Test
    void theScoreIsRoundedDown() {
        reading(IndicatorType.COINBASE_PREMIUM, "premium_bps", "-0.01");
        // 70 points and half of 10, less a hair.
        says("74/5 score_below_threshold: score 74 of 75: needed +1", bullish());
    }

    @Test
    void anUncoveredFastWindowIsSaidFirst() {
        says(
                "0/0 window_not_covered: fast window not covered before 2024-08-09T00:20:00Z",
                bullish().covered(600_000, false));
    }

    @Test
    void anUncoveredWindowOfARequiredFactorBlocks() {
        says(
                "15/0 window_not_covered: required input cvd missing: mid window not covered",
                bullish().covered(3_600_000, true));
        says(
                "50/0 window_not_covered: required input p99 missing: size window not covered",
                bullish().covered(20_000_000, true));
    }

    @Test
    void withoutAnAtrThereIsNoStop() {
        bullishReadings();
        String needs = "ATR not ready: it needs 14 whole candles of 300 s";
        says("100/10 atr_not_ready: " + needs, bullish().atr(null, null));
        says("100/10 atr_not_ready: " + needs, bullish().covered(86_400_000, false));
        says("100/10 atr_not_ready: ATR 0.0 is too small for a stop", bullish().atr(0.0, 100.0));
        says(
                "100/10 atr_not_ready: ATR 4.0E-9 is too small for a stop",
                bullish().atr(4.0E-9, 100.0));
        says("100/10 fired: score 100 of 75: heavy long", bullish().atr(6.0E-9, 100.0));
    }

    @Test
    void aRequiredReadingThatIsMissingBlocks() {
        change("/factors/4/gate", "{\"required\": true}");
        says("70/0 required_input_missing: required input oi missing: no open_interest_hist within 900 s", bullish());
    }

    @Test
    void equalScoresFireNeither() {
        change(
                "/factors",
                "[{\"name\":\"cvd\",\"category\":\"direction\",\"weight\":1},"
                        + "{\"name\":\"atr\",\"category\":\"environment\",\"weight\":9}]");
        says("90/90 directions_tied: long and short both score 90", new Rows());
        says("91/90 fired: score 91 of 75: standard long", new Rows().cvd("30", "0"));
    }

    @Test
    void aFactorBelowItsMinimumBlocksWhateverTheScore() {
        bullishReadings();
        says("70/10 score_below_threshold: score 70 of 75: needed +5", bullish().cvd("0", "24"));
        change("/factors/0/weight", "5");
        says("94/14 factor_below_minimum: cvd says 0.16, needed 0.2", bullish().cvd("0", "24"));
        says("94/14 fired: score 94 of 75: standard long", bullish().cvd("0", "30"));
    }

    @Test
    void theCooldownHoldsOneDirectionUntilItsEnd() {
        bullishReadings();
        last = new LastSignals(Map.of(Direction.LONG, Rows.AT_MS - 585_000));
        says("100/10 cooldown: long cooldown until 2024-08-09T00:00:15Z", bullish());
        says("100/10 fired: score 100 of 75: heavy long", bullish().at(Rows.AT_MS + 15_000));
        last = new LastSignals(Map.of(Direction.SHORT, Rows.AT_MS - 15_000));
        says("100/10 fired: score 100 of 75: heavy long", bullish());
    }

    @Test
    void decidingABucketAgainIsNotStoppedByItsOwnSignal() {
        bullishReadings();
        last = new LastSignals(Map.of(Direction.LONG, Rows.AT_MS));
        says("100/10 fired: score 100 of 75: heavy long", bullish());
    }

    @Test
    void aCapLimitsWhatAFactorAdds() {
        bullishReadings();
        change("/factors/1/cap", "0.5");
        says("90/10 fired: score 90 of 75: standard long", bullish());
    }

    private static Rows bullish() {
        return new Rows().cvd("500", "500").accel("100").volume("20", "0");
    }

    private void bullishReadings() {
        reading(IndicatorType.COINBASE_PREMIUM, "premium_bps", "5");
        reading(IndicatorType.LONG_SHORT_RATIO, "ratio", "0.6");
        oi(0, "1010");
        oi(-900_000, "1000");
    }

    private void oi(long afterMs, String value) {
        add(IndicatorType.OPEN_INTEREST_HIST, afterMs, "open_interest", value);
    }

    private void reading(IndicatorType type, String key, String value) {
        add(type, 0, key, value);
    }

    private void add(IndicatorType type, long afterMs, String key, String value) {
        long timeMs = Rows.AT_MS + afterMs;
        log.add(new IndicatorReading(BTCUSDT, type, timeMs, timeMs, Map.of(key, new BigDecimal(value)), false));
    }

    private void change(String pointer, String json) {
        strategy = StrategyFile.parse(StrategyFiles.with(StrategyJson.canonical(strategy), pointer, json));
    }

    private void says(String expected, Rows rows) {
        Decision decision = Scorer.decide(strategy, BTCUSDT, rows.row(), log, last);
        assertEquals(
                expected,
                decision.longScore() + "/" + decision.shortScore() + " "
                        + decision.gate().code() + ": " + decision.gate().text());
    }
}
