package dev.sextant.signals.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Tier;
import dev.sextant.signals.factor.Category;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.StrategyFiles;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reading good files, and what a file's version depends on. */
class StrategyFileTest {

    @Test
    void theBaselineReadsAsTheOriginalPrescribes() {
        Strategy baseline = StrategyFile.parse(Files.strategy("v51_baseline"));
        assertEquals(
                "cvd p99 accel ls_ratio oi coinbase_premium | 75 | 600000 | 1.4 1.05 2.1 0.5 | 15000 | 2700000 4200000",
                told(baseline));
        assertEquals(IndicatorSpec.STANDARD, baseline.indicators());
        assertEquals(100, baseline.weightSum());
    }

    @Test
    void theEightSignalsReadAsTheOriginalPrescribes() {
        Strategy eight = StrategyFile.parse(Files.strategy("v52_8signals"));
        assertEquals(
                "cvd p99 accel ls_ratio oi coinbase_premium funding_rate liquidation | 75 | 600000 | 2.1 1.4 3.15 0.5"
                        + " | 15000 | 2700000 4200000",
                told(eight));
    }

    @Test
    void theDemoLooksBackAMinuteAtMostAndUsesAllSevenCategories() {
        Strategy demo = StrategyFile.parse(Files.strategy("demo_fast"));
        assertTrue(demo.indicators().reachMs() <= 60_000);
        assertEquals(
                EnumSet.allOf(Category.class),
                demo.factors().stream()
                        .map(factor -> factor.kind().category())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class))));
        assertEquals(100, demo.bestScore());
        assertEquals(90, demo.bestScoreWithoutReadings());
    }

    @Test
    void theShippedFilesOnTheClassPathAreTheOnesAtTheRoot() {
        for (String name : ShippedStrategies.NAMES) {
            assertEquals(Files.strategy(name), ShippedStrategies.text(name));
        }
        assertEquals(
                ShippedStrategies.NAMES,
                ShippedStrategies.all().stream().map(Strategy::name).toList());
        assertThrows(IllegalArgumentException.class, () -> ShippedStrategies.text("../pom"));
    }

    @Test
    void theCanonicalFormReadsBackAsTheSameStrategy() {
        for (Strategy shipped : ShippedStrategies.all()) {
            Strategy again = StrategyFile.parse(StrategyJson.canonical(shipped));
            assertEquals(shipped.strategyVersion(), again.strategyVersion());
            assertEquals(StrategyJson.canonical(shipped), StrategyJson.canonical(again));
        }
    }

    @Test
    void orderSpacesCommentsAndSpelledOutDefaultsDoNotMakeAVersion() {
        String version = StrategyFile.parse(Files.strategy("v51_baseline")).strategyVersion();
        assertTrue(version.matches("v51_baseline@5\\.1#[0-9a-f]{8}"), version);
        for (String change : List.of(
                "/description \"other\"",
                "/$schema null",
                "/tiers null",
                "/lane null",
                "/windows null",
                "/atr_period null",
                "/cooldown_s null",
                "/tp1_share 0.50",
                "/threshold 75.0",
                "/factors/0/cap 1",
                "/factors/2/params null")) {
            String[] part = change.split(" ", 2);
            String changed = StrategyFiles.baselineWith(part[0], part[1]);
            assertEquals(version, StrategyFile.parse(changed).strategyVersion(), change);
        }
    }

    @Test
    void whateverCanChangeADecisionMakesAVersion() {
        String version = StrategyFile.parse(Files.strategy("v51_baseline")).strategyVersion();
        for (String change : List.of(
                "/version \"5.2\"",
                "/factors/0/weight 36",
                "/factors/0/gate/min_value 0.21",
                "/factors/1/params/full_trades 11",
                "/factors/0/cap 0.99",
                "/windows/fast_s 1815",
                "/candle_s 60",
                "/stop_atr 1.41",
                "/tp1_share 0.4",
                "/cooldown_s 601",
                "/signal_ttl_s 14",
                "/time_stop/alert_s 60",
                "/tiers/0/tier \"heavy\"",
                "/symbols [\"BTCUSDT\"]")) {
            String[] part = change.split(" ", 2);
            String changed = StrategyFiles.baselineWith(part[0], part[1]);
            assertNotEquals(version, StrategyFile.parse(changed).strategyVersion(), change);
        }
    }

    @Test
    void everyScoreFromTheThresholdHasItsTier() {
        Strategy baseline = StrategyFile.parse(Files.strategy("v51_baseline"));
        assertEquals(
                List.of(Tier.LIGHT, Tier.LIGHT, Tier.STANDARD, Tier.STANDARD, Tier.HEAVY, Tier.HEAVY),
                Arrays.stream(new int[] {75, 84, 85, 94, 95, 100})
                        .mapToObj(baseline::tierOf)
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> baseline.tierOf(74));
    }

    private static String told(Strategy strategy) {
        Exits exits = strategy.exits();
        return strategy.factors().stream()
                        .map(factor -> factor.kind().wireName())
                        .collect(Collectors.joining(" "))
                + " | " + strategy.threshold() + " | " + strategy.cooldownMs() + " | " + exits.stopAtr() + " "
                + exits.takeProfit1Atr() + " " + exits.takeProfit2Atr() + " " + exits.takeProfit1Share() + " | "
                + strategy.signalTtlMs() + " | " + strategy.timeStop().alertMs() + " "
                + strategy.timeStop().closeMs();
    }
}
