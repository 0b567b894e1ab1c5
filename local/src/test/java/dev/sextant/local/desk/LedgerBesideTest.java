package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.order.RequestLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LedgerBesideTest {

    private static final RequestLedger.Said PAUSE =
            new RequestLedger.Said(OptionalLong.empty(), Map.of(), 7_000, "told to wait");

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final LedgerBeside beside = new LedgerBeside(
            new RequestLedger() {
                @Override
                public Optional<String> take(Wish wish) {
                    return Optional.of("no");
                }

                @Override
                public boolean keepsHalts() {
                    return true;
                }

                @Override
                public void tell(Said said) {
                    told.add(
                            said.urgent()
                                    ? said.pauseMs() > 0 ? "pause" : "halt"
                                    : "weight " + said.usedWeight().orElseThrow() + ", orders " + said.orders());
                    if (said.reason().equals("fails")) {
                        throw new IllegalStateException("nobody can be told");
                    }
                }
            },
            3_600_000);

    private static RequestLedger.Said weight(long used, String reason) {
        return new RequestLedger.Said(OptionalLong.of(used), Map.of(), 0, reason);
    }

    @Test
    void ofOrdinaryAnswersTheNewestIsToldLaterAPauseAndAHaltAtOnce() {
        beside.tell(weight(1, ""));
        beside.tell(new RequestLedger.Said(OptionalLong.of(2), Map.of("10S", 1L), 0, ""));
        beside.tell(weight(3, "fails"));
        beside.tell(PAUSE);
        beside.tell(new RequestLedger.Said(OptionalLong.of(4), Map.of(), 0, "", "-2015 Invalid API-key"));
        assertEquals(List.of("pause", "halt"), told, "the others still wait");
        beside.close();
        assertEquals(List.of("pause", "halt", "weight 3, orders {10S=1}"), told, "nothing is left untold");
        beside.tell(weight(4, ""));
        assertEquals("weight 4, orders {}", told.getLast(), "after the end the caller tells by itself");
        assertThrows(IllegalStateException.class, () -> beside.tell(weight(5, "fails")));
    }

    @Test
    void whatMayLeaveIsAskedBeforeItLeaves() {
        assertEquals(Optional.of("no"), beside.take(new RequestLedger.Wish("entry", 0, 1, 100)));
        beside.close();
    }
}
