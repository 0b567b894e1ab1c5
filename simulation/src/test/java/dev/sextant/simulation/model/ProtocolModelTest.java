package dev.sextant.simulation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderLifecycle.Move;
import dev.sextant.domain.order.OrderState;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProtocolModelTest {

    private static final Verdict VERDICT = ModelCheck.ofTheProtocol();

    @Test
    void theProtocolHoldsInEveryState() {
        assertEquals(List.of(), VERDICT.findings());
        assertTrue(VERDICT.asExpected());
    }

    /** A change of the model, or of the table, must be noticed; whoever makes one writes the new figures here. */
    @Test
    void theStatesAreCounted() {
        assertEquals(306_628, VERDICT.states());
        assertEquals(3_885_644, VERDICT.transitions());
        assertEquals(39, VERDICT.depth());
    }

    @Test
    void everyMoveOfTheTableAfterTheReservationIsMade() {
        Set<Move> concerned = OrderLifecycle.moves().stream()
                .filter(move -> move.from() != OrderState.NEW)
                .collect(Collectors.toSet());
        assertEquals(concerned, VERDICT.moves());
    }

    @Test
    void everyKindOfStepIsTakenButThoseThatOnlyDefectsTake() {
        Set<String> expected = Arrays.stream(Step.values())
                .filter(step -> step != Step.DUPLICATE && step != Step.NOT_APPROVED)
                .map(Step::name)
                .collect(Collectors.toSet());
        assertEquals(expected, VERDICT.steps());
    }

    /** The slow twin: both placers told apart, states in an ordinary set. */
    @Test
    void interchangingThePlacersLosesNoState() {
        Protocol protocol = new Protocol(null);
        Set<Long> found = new HashSet<>(Set.of(Protocol.beginning()));
        Deque<Long> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            protocol.moves(next.remove(), (step, who, state) -> {
                if (found.add(state)) {
                    next.add(state);
                }
            });
        }
        long different = found.stream().map(Protocol::canonical).distinct().count();
        assertEquals(VERDICT.states(), different);
    }
}
