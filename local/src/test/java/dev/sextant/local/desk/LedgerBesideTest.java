package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.RequestLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerBesideTest {

    private static final RequestLedger.Said PAUSE =
            new RequestLedger.Said(OptionalLong.empty(), Map.of(), 7_000, "told to wait");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayTell = new CountDownLatch(1);

    private final LedgerBeside beside = new LedgerBeside(new RequestLedger() {
        @Override
        public Optional<String> take(Wish wish) {
            return Optional.of("no");
        }

        @Override
        public void tell(Said said) {
            if (said.pauseMs() == 0) {
                await();
            }
            told.add(
                    said.pauseMs() > 0 ? "pause" : "weight " + said.usedWeight().orElseThrow());
            if (said.reason().equals("fails")) {
                throw new IllegalStateException("nobody can be told");
            }
        }
    });

    private void await() {
        try {
            assertTrue(mayTell.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestLedger.Said weight(long used, String reason) {
        return new RequestLedger.Said(OptionalLong.of(used), Map.of(), 0, reason);
    }

    @Test
    void anOrdinaryAnswerIsToldInOrderWhileTheCallerGoesOnAndAPauseAtOnce() {
        beside.tell(weight(1, "fails"));
        beside.tell(weight(2, ""));
        beside.tell(PAUSE);
        assertEquals(List.of("pause"), told, "the others still wait");
        mayTell.countDown();
        beside.close();
        assertEquals(List.of("pause", "weight 1", "weight 2"), told, "one that fails doesn't end the telling");
        beside.tell(weight(3, ""));
        assertEquals("weight 3", told.getLast(), "after the end the caller tells by itself");
        assertThrows(IllegalStateException.class, () -> beside.tell(weight(4, "fails")));
    }

    @Test
    void whatMayLeaveIsAskedBeforeItLeaves() {
        assertEquals(Optional.of("no"), beside.take(new RequestLedger.Wish("entry", 0, 1, 100)));
        beside.close();
    }
}
