package dev.sextant.local.venue.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Addresses that fuzzing found. */
class StreamTargetTest {

    @Test
    void anAddressWithoutASlashHasNoTarget() {
        assertNull(StreamTarget.of(""));
        assertNull(StreamTarget.of("ws"));
    }

    @Test
    void aStrayPercentSignIsTakenAsItIs() {
        StreamTarget target = found(StreamTarget.of("/private/ws?listenKey=%zz"));

        assertEquals("%zz", target.listenKey());
    }

    private static StreamTarget found(@Nullable StreamTarget target) {
        if (target == null) {
            throw new AssertionError("no target");
        }
        return target;
    }
}
