package dev.sextant.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a key's standing does to entries. */
class KeyWatchTest {

    private final List<String> blocked = new ArrayList<>();
    private KeyStanding standing = new KeyStanding.Fit();
    private final KeyWatch watch = new KeyWatch(() -> standing, blocked::add, Metrics.NONE);

    @Test
    void aFitKeyBlocksNothing() {
        watch.look();
        assertEquals(List.of(), blocked);
    }

    @Test
    void aKeyThatCanWithdrawBlocksEverythingAtEachLook() {
        standing = new KeyStanding.Refused("the key can move money out of the account (enableWithdrawals)");
        watch.look();
        watch.look();
        String reason =
                "the key can move money out of the account (enableWithdrawals); make another key without that right";
        assertEquals(List.of(reason, reason), blocked);
    }

    @Test
    void whatCannotBeReadBlocksNothingHere() {
        standing = new KeyStanding.Unread("away");
        watch.look();
        assertEquals(List.of(), blocked);
    }
}
