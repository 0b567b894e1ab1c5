package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.venues.binance.mode.TradingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose orders a placer of one mode touches. */
class ModeGateTest {

    private static final Account MAIN = new Account("main");

    private final Map<Account, String> stored = new HashMap<>();
    private final List<Account> asked = new ArrayList<>();
    private final CountedMetrics metrics = new CountedMetrics();
    private final ModeGate gate = new ModeGate(
            TradingMode.TESTNET,
            account -> {
                asked.add(account);
                return Optional.ofNullable(stored.get(account));
            },
            metrics);

    @Test
    void anAccountOfAnotherModeIsNotTouchedHoweverOftenItIsAskedFor() {
        stored.put(MAIN, "live");
        assertFalse(gate.admits(MAIN));
        assertFalse(gate.admits(MAIN));
        assertEquals(List.of("ModeRefusals 1", "ModeRefusals 1"), metrics.counted);
    }

    @Test
    void anAccountOfThisModeIsAskedForOnce() {
        stored.put(MAIN, "testnet");
        assertTrue(gate.admits(MAIN));
        assertTrue(gate.admits(MAIN));
        assertEquals(List.of(MAIN), asked);
    }

    @Test
    void anAccountThatNobodyKnowsIsLeftToTheClaimAndAskedForAgain() {
        assertTrue(gate.admits(MAIN));
        stored.put(MAIN, "paper");
        assertFalse(gate.admits(MAIN));
    }
}
