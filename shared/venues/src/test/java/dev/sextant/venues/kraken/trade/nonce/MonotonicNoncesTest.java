package dev.sextant.venues.kraken.trade.nonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.NonceUnavailableException;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MonotonicNoncesTest {

    private long micros = 1_750_000_000_000_000L;
    private final KeptNonce memory = new KeptNonce();

    private MonotonicNonces started() {
        return new MonotonicNonces(() -> micros, memory);
    }

    @Test
    void isTheClockAndOneMoreWhenTheClockStands() throws NonceUnavailableException {
        MonotonicNonces nonces = started();
        assertEquals(1_750_000_000_000_000L, nonces.next());
        assertEquals(1_750_000_000_000_001L, nonces.next());
        micros += 10;
        assertEquals(1_750_000_000_000_010L, nonces.next());
        micros -= 1_000_000;
        assertEquals(1_750_000_000_000_011L, nonces.next());
    }

    @Test
    void goesOnAfterARestartWithTheClockSetBack() throws NonceUnavailableException {
        long before = started().next();
        micros -= 3_600_000_000L;
        assertEquals(before + 1, started().next());
    }

    @Test
    void isKeptBeforeItIsGivenOut() throws NonceUnavailableException {
        MonotonicNonces nonces = started();
        long first = nonces.next();
        assertEquals(OptionalLong.of(first), memory.kept);
        memory.broken = true;
        Exception refusal = assertThrows(NonceUnavailableException.class, nonces::next);
        assertTrue(String.valueOf(refusal.getMessage()).contains("disk is full"));
        memory.broken = false;
        assertEquals(first + 1, nonces.next());
    }

    @Test
    void theHighestIsTheLast() {
        memory.kept = OptionalLong.of(Long.MAX_VALUE);
        assertThrows(NonceUnavailableException.class, started()::next);
        memory.kept = OptionalLong.of(-1);
        assertThrows(NonceUnavailableException.class, started()::next);
    }

    @Property(tries = 200)
    void risesWhateverTheClockDoesAndHoweverOftenItRestarts(
            @ForAll @Size(max = 60) java.util.List<@LongRange(min = -5_000_000, max = 5_000_000) Long> steps)
            throws NonceUnavailableException {
        MonotonicNonces nonces = started();
        long last = 0;
        for (long step : steps) {
            micros += step;
            if (step % 3 == 0) {
                nonces = started();
            }
            long next = nonces.next();
            assertTrue(next > last, () -> next + " does not rise");
            assertTrue(next >= micros);
            last = next;
        }
    }
}
