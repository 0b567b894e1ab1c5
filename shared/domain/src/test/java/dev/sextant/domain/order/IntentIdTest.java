package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentIdTest {

    private static final Account PAPER = new Account("paper-main");

    /** Both vectors were computed with another language's SHA-256 and base 32. */
    @Test
    void idsAreTheOnesComputedElsewhere() {
        IntentId entry = IntentId.derive(PAPER, "demo_fast@1.0#1f0c9a2e", "signal-1", 0, Purpose.ENTRY, "signal-1");
        assertEquals("6696d55a0f20d90f1bb8560545b24145ffa1ccdd3e4f1db68c9122a31e5c30eb", entry.hex());
        assertEquals("sxm2lnkwqpedmq6g5ykyculmsb", entry.clientOrderId());

        IntentId stop = IntentId.derive(
                new Account("live-7"), "demo_fast@1.1", "plan-9", 2, Purpose.STOP, "BINANCE:BTCUSDT:698759");
        assertEquals("998517d863913d53a0bcc996ac62afe2c2a81a079ba284c83e7ab5d945dc9dd2", stop.hex());
        assertEquals("sxtgcrpwddse6vhif4zglkyyvp", stop.clientOrderId());
    }

    @Test
    void aVenueThatWantsAUuidGetsOneOfTheSameDigits() {
        IntentId entry = IntentId.derive(PAPER, "demo_fast@1.0#1f0c9a2e", "signal-1", 0, Purpose.ENTRY, "signal-1");
        assertEquals("6696d55a-0f20-890f-9bb8-560545b24145", entry.clientOrderUuid());
        assertEquals(8, UUID.fromString(entry.clientOrderUuid()).version());
        assertEquals(2, UUID.fromString(entry.clientOrderUuid()).variant());
    }

    @Test
    void everyPartOfTheDemandMakesAnotherId() {
        Set<IntentId> ids = new HashSet<>();
        ids.add(IntentId.derive(PAPER, "v1", "signal-1", 0, Purpose.ENTRY, "signal-1"));
        ids.add(IntentId.derive(new Account("paper-two"), "v1", "signal-1", 0, Purpose.ENTRY, "signal-1"));
        ids.add(IntentId.derive(PAPER, "v2", "signal-1", 0, Purpose.ENTRY, "signal-1"));
        ids.add(IntentId.derive(PAPER, "v1", "signal-2", 0, Purpose.ENTRY, "signal-1"));
        ids.add(IntentId.derive(PAPER, "v1", "signal-1", 1, Purpose.ENTRY, "signal-1"));
        ids.add(IntentId.derive(PAPER, "v1", "signal-1", 0, Purpose.CLOSE, "signal-1"));
        ids.add(IntentId.derive(PAPER, "v1", "signal-1", 0, Purpose.ENTRY, "command-1"));
        assertEquals(7, ids.size());
    }

    @Test
    void theSameDemandIsAlwaysTheSameIntent() {
        assertEquals(
                IntentId.derive(PAPER, "v1", "signal-1", 0, Purpose.STOP, "fill-1"),
                IntentId.derive(PAPER, "v1", "signal-1", 0, Purpose.STOP, "fill-1"));
    }

    @Test
    void anIdIsShownAsItsDigits() {
        assertEquals("ab".repeat(32), new IntentId("ab".repeat(32)).toString());
    }

    @Test
    void clientOrderIdsFitTheVenueAndDoNotCollide() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            String id = IntentId.derive(PAPER, "v1", "signal-" + i, 0, Purpose.ENTRY, "signal-" + i)
                    .clientOrderId();
            assertTrue(id.matches("sx[a-z2-7]{24}"), id);
            assertTrue(seen.add(id), () -> "two intents share " + id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "G000000000000000000000000000000000000000000000000000000000000000"})
    void anythingButSixtyFourHexDigitsIsRefusedByName(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new IntentId(text));
        assertEquals("intent id '" + text + "' is not 64 hex digits", refusal.getMessage());
    }
}
