package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenKeyKeeperTest {

    private static final long MINUTE_MS = 60_000;

    private final MemoryStreams streams = new MemoryStreams(new MemoryDesk());
    private final ListenKeyKeeper keeper = new ListenKeyKeeper(streams, streams);

    /** A minute of both clocks passes, in which the stream spoke. */
    private boolean minute(int number) {
        streams.wallMs = number * MINUTE_MS;
        long nowMs = T0 + number * MINUTE_MS;
        streams.alive(ACCOUNT, nowMs);
        return keeper.keep(ACCOUNT, nowMs);
    }

    @Test
    void aKeyIsMintedOnceAndExtendedBeforeHalfItsLifeIsOver() {
        for (int minute = 0; minute <= 60; minute++) {
            assertTrue(minute(minute));
        }
        assertEquals(List.of("POST", "PUT", "PUT"), streams.asked, "at 0, 25 and 50 minutes");
        assertEquals("key-1", streams.kept());
    }

    @Test
    void aKeyThatTheVenueNoLongerKnowsIsReplaced() {
        minute(0);
        streams.endsKey();
        minute(25);
        assertEquals(List.of("POST", "PUT", "POST"), streams.asked);
        assertEquals("key-2", streams.kept());
    }

    @Test
    void aKeyIsExtendedInItsTwentyFifthMinuteAndMintedAnewWhenItsHourIsOver() {
        minute(0);
        minute(24);
        assertEquals(List.of("POST"), streams.asked);
        minute(25);
        assertEquals(List.of("POST", "PUT"), streams.asked);
        minute(25 + 60);
        assertEquals(List.of("POST", "PUT", "POST"), streams.asked, "there is nothing left to extend");
    }

    @Test
    void theStreamIsExpectedFromTheFirstCallOnAndMayBeSilentForHalfAMinute() {
        keeper.keep(ACCOUNT, T0);
        assertEquals(7, streams.keyState(ACCOUNT, T0 + 7).silentMs());
        keeper.keep(ACCOUNT, T0 + 30_000);
        assertEquals(List.of("POST"), streams.asked);
        keeper.keep(ACCOUNT, T0 + 30_001);
        assertEquals(List.of("POST", "POST"), streams.asked, "the key may be dead, and an extension would not tell");
    }

    @Test
    void aKeyThatTheVenueNoLongerKnowsIsForgottenEvenWhenThereIsNoOther() {
        minute(0);
        streams.endsKey();
        streams.mints = false;
        assertFalse(minute(25));
        assertNull(streams.kept());
    }

    @Test
    void anExpiryWithoutANewKeyIsNoSuccess() {
        minute(0);
        streams.endsKey();
        streams.reachable = false;
        assertFalse(keeper.expired(ACCOUNT, PrivateEvent.fingerprint("key-1"), T0));
        assertNull(streams.kept());
    }

    @Test
    void anExtensionThatFailsIsTriedEachMinute() {
        minute(0);
        streams.reachable = false;
        for (int minute = 25; minute < 30; minute++) {
            assertFalse(minute(minute));
        }
        streams.reachable = true;
        minute(30);
        assertEquals(List.of("POST", "PUT", "PUT", "PUT", "PUT", "PUT", "PUT"), streams.asked);
        assertEquals("key-1", streams.kept());
    }

    @Test
    void aSilentStreamsKeyIsLookedAtAlthoughNobodySaidThatItEnded() {
        minute(0);
        streams.endsKey();
        streams.wallMs = MINUTE_MS;
        keeper.keep(ACCOUNT, T0 + MINUTE_MS);
        assertEquals("key-2", streams.kept());
    }

    /** The venue would extend the other key all the same, so that the old one would count as good for ever. */
    @Test
    void aSilentStreamIsReadWithTheActiveKeyWhoeverHasAskedForIt() throws VenueUnavailableException {
        minute(0);
        streams.endsKey();
        String others = streams.mint();
        streams.wallMs = MINUTE_MS;
        keeper.keep(ACCOUNT, T0 + MINUTE_MS);
        assertEquals(others, streams.kept());
    }

    @Test
    void anExpiryBringsANewKeyAtOnceAndThatOfAnOldKeyNothing() {
        minute(0);
        streams.endsKey();
        assertTrue(keeper.expired(ACCOUNT, PrivateEvent.fingerprint("key-1"), T0));
        assertEquals("key-2", streams.kept());
        assertTrue(keeper.expired(ACCOUNT, PrivateEvent.fingerprint("key-1"), T0));
        assertEquals("key-2", streams.kept());
        assertEquals(List.of("POST", "POST"), streams.asked);
    }

    @Test
    void aStateInWordsHoldsNoKey() {
        minute(0);
        assertEquals(
                "KeyState[a key, kept 0 ms ago, 3600000 ms left, silent for 0 ms]",
                streams.keyState(ACCOUNT, T0).toString());
        assertEquals(
                "KeyState[no key, kept 1 ms ago, 2 ms left, silent for 3 ms]",
                new PrivateStreams.KeyState(null, 1, 2, 3).toString());
    }
}
