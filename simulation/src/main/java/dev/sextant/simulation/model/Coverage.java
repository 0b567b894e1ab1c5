package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderLifecycle.Move;
import dev.sextant.domain.order.OrderState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which moves of the table and which kinds of steps an exploration has seen. */
final class Coverage {

    private final Map<OrderState, Set<OrderState>> moved = new EnumMap<>(OrderState.class);
    private final Set<Step> steps = EnumSet.noneOf(Step.class);

    void note(long before, Step step, long after) {
        steps.add(step);
        OrderState from = Field.order(before);
        OrderState to = Field.order(after);
        boolean filledFurther = to == OrderState.PARTIALLY_FILLED && Field.FILLED.of(after) > Field.FILLED.of(before);
        if (from != to || filledFurther) {
            moved.computeIfAbsent(from, any -> EnumSet.noneOf(OrderState.class)).add(to);
        }
    }

    /** The table never leads from one state to another by two triggers, so both ends tell the move. */
    Set<Move> moves() {
        return OrderLifecycle.moves().stream()
                .filter(move -> moved.getOrDefault(move.from(), Set.of()).contains(move.to()))
                .collect(Collectors.toSet());
    }

    Set<String> steps() {
        return steps.stream().map(Step::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
