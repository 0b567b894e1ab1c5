package dev.sextant.simulation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the way to a state again from the beginning, so that placer A stays placer A. */
final class Story {

    private record Told(StoryLine line, long after) {}

    private final Protocol protocol;
    private final Checks checks;

    Story(Protocol protocol, Checks checks) {
        this.protocol = protocol;
        this.checks = checks;
    }

    /** The steps to a state. */
    List<StoryLine> to(StateSet states, int index) {
        return lines(path(states, index), null);
    }

    /** The steps to a state and the one after it, which breaks an invariant. */
    List<StoryLine> to(StateSet states, int index, long after, Invariant broken) {
        Deque<Long> path = path(states, index);
        path.addLast(after);
        return lines(path, broken);
    }

    private static Deque<Long> path(StateSet states, int index) {
        Deque<Long> path = new ArrayDeque<>();
        for (int at = index; states.foundFrom(at) >= 0; at = states.foundFrom(at)) {
            path.addFirst(states.get(at));
        }
        return path;
    }

    private List<StoryLine> lines(Deque<Long> path, @Nullable Invariant brokenAtLast) {
        List<StoryLine> lines = new ArrayList<>();
        long state = Protocol.beginning();
        while (!path.isEmpty()) {
            long target = path.removeFirst();
            Told told = step(state, target, path.isEmpty() ? brokenAtLast : null);
            lines.add(told.line());
            state = told.after();
        }
        return lines;
    }

    private Told step(long state, long target, @Nullable Invariant broken) {
        List<Told> candidates = new ArrayList<>();
        protocol.moves(state, (step, who, next) -> {
            boolean leadsThere = Protocol.canonical(next) == target;
            boolean breaks =
                    broken == null || checks.broken(state, step, who, next).contains(broken);
            if (leadsThere && breaks) {
                candidates.add(new Told(StoryLine.of(step, who, next), next));
            }
        });
        return candidates.getFirst();
    }
}
