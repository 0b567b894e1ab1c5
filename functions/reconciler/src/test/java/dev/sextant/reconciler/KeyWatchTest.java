package dev.sextant.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a key's standing does to entries. */
class KeyWatchTest {

    private final List<String> blocked = new ArrayList<>();
    private final CountedMetrics metrics = new CountedMetrics();
    private KeyStanding standing = new KeyStanding.Fit();
    private final KeyWatch watch = new KeyWatch(() -> standing, blocked::add, metrics);

    @Test
    void aFitKeyBlocksNothing() {
        watch.look();
        assertEquals(List.of(), blocked);
        assertEquals(List.of("KeyRefused 0", "KeyUnread 0"), metrics.counted);
    }

    @Test
    void aKeyThatCanWithdrawBlocksEverythingAtEachLook() {
        standing = new KeyStanding.Refused("the key can move money out of the account (enableWithdrawals)");
        watch.look();
        watch.look();
        String reason =
                "the key can move money out of the account (enableWithdrawals); make another key without that right";
        assertEquals(List.of(reason, reason), blocked);
        assertEquals(List.of("KeyRefused 1", "KeyUnread 0", "KeyRefused 1", "KeyUnread 0"), metrics.counted);
    }

    @Test
    void whatCannotBeReadBlocksNothingHere() {
        standing = new KeyStanding.Unread("away");
        watch.look();
        assertEquals(List.of(), blocked);
        assertEquals(List.of("KeyRefused 0", "KeyUnread 1"), metrics.counted);
    }
}
