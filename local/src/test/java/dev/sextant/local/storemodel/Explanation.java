package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for one order of what clients did at the same time in which the model gives every answer that they got and stores what
 * the database stores. Who was answered before another one asked stays before it.
 */
final class Explanation {

    private static final int MOST_REPLAYS = 50_000;

    /** An operation as a client saw it; times of this machine, in nanoseconds. */
    record Seen(Operation operation, Operation.Said said, long askedNs, long answeredNs) {}

    private final List<Operation> before;
    private final Map<Account, List<String>> stored;
    private int replays;

    /**
     * @param before everything until then, in order
     * @param stored what the database holds afterwards
     */
    Explanation(List<Operation> before, Map<Account, List<String>> stored) {
        this.before = before;
        this.stored = stored;
    }

    /** The operations in such an order, or empty when there is none. */
    Optional<List<Operation>> find(List<Seen> seen) {
        return find(new ArrayList<>(), new ArrayList<>(seen));
    }

    private Optional<List<Operation>> find(List<Operation> chosen, List<Seen> rest) {
        if (rest.isEmpty()) {
            return storesTheSame(chosen) ? Optional.of(chosen) : Optional.empty();
        }
        for (Seen next : List.copyOf(rest)) {
            if (mayBeNext(next, rest) && answersTheSame(chosen, next)) {
                List<Operation> longer = new ArrayList<>(chosen);
                longer.add(next.operation());
                List<Seen> fewer = new ArrayList<>(rest);
                fewer.remove(next);
                Optional<List<Operation>> found = find(longer, fewer);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeNext(Seen next, List<Seen> rest) {
        return rest.stream().noneMatch(other -> other.answeredNs() < next.askedNs());
    }

    private boolean answersTheSame(List<Operation> chosen, Seen next) {
        return next.operation().on(replayed(chosen)).equals(next.said());
    }

    private boolean storesTheSame(List<Operation> chosen) {
        ModelSide model = replayed(chosen);
        return stored.entrySet().stream()
                .allMatch(entry -> model.lines(entry.getKey()).equals(entry.getValue()));
    }

    private ModelSide replayed(List<Operation> chosen) {
        if (++replays > MOST_REPLAYS) {
            throw new IllegalStateException("no order was found in " + MOST_REPLAYS + " replays");
        }
        ModelSide model = new ModelSide();
        before.forEach(operation -> operation.on(model));
        chosen.forEach(operation -> operation.on(model));
        return model;
    }
}
