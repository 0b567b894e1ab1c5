package dev.sextant.local.venue.capture;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Trades that fuzzing found: they once failed only when the whole file was read, without their line. */
class RawTradeTest {

    @Test
    void aTradeThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RawTrade(5, 0, 1, 1, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new RawTrade(5, 1, -1, 1, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new RawTrade(5, 1, 1, Long.MIN_VALUE, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new RawTrade(5, 1, 1, 1, Long.MAX_VALUE, true));
    }
}
