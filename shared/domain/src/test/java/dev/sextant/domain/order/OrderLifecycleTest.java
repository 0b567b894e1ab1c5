package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {

    /** Stories of orders, each as {@code STATE trigger STATE trigger STATE}. Together they visit every move. */
    private static final List<String> STORIES = List.of(
            // Before anything is sent.
            "NEW refused RISK_REJECTED",
            "NEW reserved APPROVED blocked BLOCKED",
            "NEW reserved APPROVED expired_unsent EXPIRED_UNSENT",
            // The venue answers at once.
            "NEW reserved APPROVED claimed SENDING venue_filled FILLED",
            "NEW reserved APPROVED claimed SENDING venue_rejected REJECTED",
            "NEW reserved APPROVED claimed SENDING venue_canceled CANCELED",
            "NEW reserved APPROVED claimed SENDING venue_expired EXPIRED",
            // A stop rests, is triggered and fills in parts.
            "NEW reserved APPROVED claimed SENDING venue_open OPEN venue_partial PARTIALLY_FILLED"
                    + " venue_partial PARTIALLY_FILLED venue_filled FILLED",
            "NEW reserved APPROVED claimed SENDING venue_open OPEN venue_filled FILLED",
            "NEW reserved APPROVED claimed SENDING venue_open OPEN venue_canceled CANCELED",
            "NEW reserved APPROVED claimed SENDING venue_open OPEN venue_expired EXPIRED",
            "NEW reserved APPROVED claimed SENDING venue_partial PARTIALLY_FILLED venue_canceled CANCELED",
            "NEW reserved APPROVED claimed SENDING venue_partial PARTIALLY_FILLED venue_expired EXPIRED",
            // The answer is lost, and the reconciler finds out.
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_open OPEN",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_partial PARTIALLY_FILLED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_filled FILLED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_rejected REJECTED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_canceled CANCELED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN venue_expired EXPIRED",
            // Nobody finds it for an hour, or somebody does late.
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN not_found QUARANTINED"
                    + " quarantine_ended NOT_PLACED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN not_found QUARANTINED venue_open OPEN",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN not_found QUARANTINED"
                    + " venue_partial PARTIALLY_FILLED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN not_found QUARANTINED venue_filled FILLED",
            "NEW reserved APPROVED claimed SENDING outcome_unknown UNKNOWN not_found QUARANTINED"
                    + " venue_canceled CANCELED");

    /** The table as the ruling writes it, typed again by hand. */
    private static final List<String> RULING = List.of(
            "NEW -> RISK_REJECTED APPROVED",
            "APPROVED -> BLOCKED EXPIRED_UNSENT SENDING",
            "SENDING -> OPEN PARTIALLY_FILLED FILLED REJECTED CANCELED EXPIRED UNKNOWN",
            "UNKNOWN -> OPEN PARTIALLY_FILLED FILLED REJECTED CANCELED EXPIRED QUARANTINED",
            "QUARANTINED -> OPEN PARTIALLY_FILLED FILLED CANCELED NOT_PLACED",
            "OPEN -> PARTIALLY_FILLED FILLED CANCELED EXPIRED",
            "PARTIALLY_FILLED -> PARTIALLY_FILLED FILLED CANCELED EXPIRED");

    @Test
    void everyStoryIsLegalFromStartToEnd() {
        STORIES.forEach(OrderLifecycleTest::tell);
    }

    @Test
    void theStoriesVisitEveryMove() {
        Set<OrderLifecycle.Move> unvisited = new LinkedHashSet<>(OrderLifecycle.moves());
        STORIES.forEach(story -> unvisited.removeAll(tell(story)));
        assertTrue(
                unvisited.isEmpty(),
                () -> "no story visits: "
                        + unvisited.stream().map(Object::toString).collect(Collectors.joining("\n  ", "\n  ", "")));
    }

    @Test
    void theTableIsTheRuling() {
        Set<String> ruled = new TreeSet<>();
        for (String line : RULING) {
            String[] sides = line.split(" -> ", -1);
            Arrays.stream(sides[1].split(" ", -1)).forEach(to -> ruled.add(sides[0] + " -> " + to));
        }
        Set<String> declared = new TreeSet<>();
        OrderLifecycle.moves().forEach(move -> declared.add(move.from() + " -> " + move.to()));
        assertEquals(ruled, declared);
    }

    @Test
    void everyMoveThatIsNotDeclaredIsRefused() {
        for (OrderState from : OrderState.values()) {
            for (OrderTrigger on : OrderTrigger.values()) {
                Optional<OrderState> declared = OrderLifecycle.moves().stream()
                        .filter(move -> move.from() == from && move.on() == on)
                        .map(OrderLifecycle.Move::to)
                        .findFirst();
                assertEquals(declared, OrderLifecycle.next(from, on), () -> from + " on " + on);
            }
        }
    }

    @Test
    void aFinalStateHasNoExit() {
        Set<OrderState> finals = Set.of(
                OrderState.RISK_REJECTED,
                OrderState.BLOCKED,
                OrderState.EXPIRED_UNSENT,
                OrderState.FILLED,
                OrderState.REJECTED,
                OrderState.CANCELED,
                OrderState.EXPIRED,
                OrderState.NOT_PLACED);
        for (OrderState state : OrderState.values()) {
            assertEquals(finals.contains(state), state.isFinal(), state::name);
            if (state.isFinal()) {
                for (OrderTrigger on : OrderTrigger.values()) {
                    assertEquals(Optional.empty(), OrderLifecycle.next(state, on), () -> state + " on " + on);
                }
            }
        }
    }

    @Test
    void anUnknownOrderNeverGoesBackToBeingSent() {
        for (OrderState state : List.of(OrderState.UNKNOWN, OrderState.QUARANTINED)) {
            assertTrue(
                    OrderLifecycle.moves().stream().noneMatch(m -> m.from() == state && m.to() == OrderState.SENDING));
        }
        assertEquals(
                1,
                OrderLifecycle.moves().stream()
                        .filter(m -> m.to() == OrderState.SENDING)
                        .count(),
                "one way into SENDING: a claim of an approved intent");
    }

    /** Walks a story, failing at its first illegal step, and returns the moves it made. */
    private static List<OrderLifecycle.Move> tell(String story) {
        String[] words = story.split(" ", -1);
        List<OrderLifecycle.Move> made = new ArrayList<>();
        assertEquals("NEW", words[0], "every story starts at NEW");
        for (int i = 0; i + 2 < words.length; i += 2) {
            OrderState from = OrderState.valueOf(words[i]);
            OrderTrigger on = trigger(words[i + 1]);
            OrderState to = OrderState.valueOf(words[i + 2]);
            assertEquals(Optional.of(to), OrderLifecycle.next(from, on), () -> from + " on " + on + " in: " + story);
            made.add(new OrderLifecycle.Move(from, on, to));
        }
        return made;
    }

    private static OrderTrigger trigger(String wireName) {
        return Arrays.stream(OrderTrigger.values())
                .filter(trigger -> trigger.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no trigger is called " + wireName));
    }
}
