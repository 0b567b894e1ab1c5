package dev.sextant.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.KeyRights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "0, PASS",
        "1000, PASS",
        "1001, WARN",
        "5000, WARN",
        "5001, FAIL",
        "-500, PASS",
        "-501, FAIL",
        "-9000, FAIL"
    })
    void theClockMayBeBehindTheExchangeALittleAndAheadHardly(long offsetMs, Verdict verdict) {
        assertEquals(verdict, ClockCheck.of(offsetMs).verdict());
    }

    @Test
    void theClockIsToldFromThisMachinesSide() {
        assertEquals(
                "this machine is 700 ms ahead of the exchange, limit 500",
                ClockCheck.of(-700).detail());
        assertEquals(
                "this machine is 20 ms behind the exchange", ClockCheck.of(20).detail());
    }

    @Test
    void onlyWhatIsKnownToBeWellPasses() {
        assertEquals(
                List.of(Verdict.PASS, Verdict.WARN, Verdict.NOT_APPLICABLE),
                Arrays.stream(Verdict.values()).filter(Verdict::passes).toList());
    }

    private static List<Verdict> rights(KeyRights rights) {
        return RightsCheck.of(rights).stream().map(Finding::verdict).toList();
    }

    @Test
    void rightsAreJudgedByWhatTheyCouldDo() {
        List<String> none = List.of();
        assertEquals(
                List.of(Verdict.PASS, Verdict.PASS),
                rights(new KeyRights(true, true, true, false, false, false, none)));
        assertEquals(
                List.of(Verdict.PASS, Verdict.WARN),
                rights(new KeyRights(false, true, true, false, false, false, none)));
        assertEquals(
                List.of(Verdict.FAIL, Verdict.PASS), rights(new KeyRights(true, true, true, true, false, false, none)));
        assertEquals(
                List.of(Verdict.FAIL, Verdict.PASS), rights(new KeyRights(true, true, true, false, true, false, none)));
        assertEquals(
                List.of(Verdict.FAIL, Verdict.PASS), rights(new KeyRights(true, true, true, false, false, true, none)));
        assertEquals(
                List.of(Verdict.FAIL, Verdict.PASS),
                rights(new KeyRights(true, true, false, false, false, false, none)));
        assertEquals(
                List.of(Verdict.FAIL, Verdict.PASS),
                rights(new KeyRights(true, false, true, false, false, false, none)));
        assertEquals(
                List.of(Verdict.WARN, Verdict.PASS),
                rights(new KeyRights(true, true, true, false, false, false, List.of("enableMargin"))));
    }

    private Settings settings(Map<Key, String> set) {
        return Settings.resolve(set, Map.of(), home);
    }

    private static Map<Key, String> everyLimit() {
        return new EnumMap<>(Map.of(
                Key.RISK_PER_TRADE, "20",
                Key.MAX_POSITIONS, "4",
                Key.MAX_SYMBOL_NOTIONAL, "50000",
                Key.MAX_TOTAL_NOTIONAL, "100000",
                Key.MAX_DAILY_LOSS_R, "5",
                Key.MARGIN_TYPE, "CROSSED",
                Key.LEVERAGE, "20"));
    }

    @Test
    void whereMoneyIsRealEveryLimitIsSomebodysDecision() {
        assertTrue(LimitsCheck.of(TradingMode.TESTNET, settings(Map.of()))
                .verdict()
                .passes());
        assertTrue(
                LimitsCheck.of(TradingMode.LIVE, settings(everyLimit()))
                        .verdict()
                        .passes(),
                "the default will do when somebody says so");
        for (Key key : everyLimit().keySet()) {
            Map<Key, String> without = everyLimit();
            without.remove(key);
            Finding finding = LimitsCheck.of(TradingMode.LIVE, settings(without));
            assertFalse(finding.verdict().passes());
            assertEquals("left at their defaults: " + key.path(), finding.detail());
        }
    }

    @Test
    void limitsThatContradictEachOtherAreNamed() {
        Map<Key, String> limits = everyLimit();
        limits.put(Key.MAX_SYMBOL_NOTIONAL, "100001");
        assertEquals(
                Verdict.FAIL,
                LimitsCheck.of(TradingMode.TESTNET, settings(limits)).verdict());
    }

    @Test
    void whatIsTypedNamesTheAccountAndTheLoss() {
        assertEquals("live-main:100", Confirmation.expected(settings(Map.of(Key.MODE, "live"))));
        assertEquals(
                "live-two:37.5",
                Confirmation.expected(settings(Map.of(
                        Key.MODE,
                        "live",
                        Key.ACCOUNT,
                        "two",
                        Key.RISK_PER_TRADE,
                        "12.50",
                        Key.MAX_DAILY_LOSS_R,
                        "3"))));
    }
}
