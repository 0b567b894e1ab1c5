package dev.sextant.local.storemodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out operations, many first and then few, as long as the stores still differ. */
final class Shrinking {

    private static final int MOST_TRIES = 400;

    private final Comparison comparison;
    private final Difference difference;
    private int tries;

    /** @param difference only one like it counts: the same operation, and the same thing that differs */
    Shrinking(Comparison comparison, Difference difference) {
        this.comparison = comparison;
        this.difference = difference;
    }

    List<Operation> shrink(List<Operation> failing) {
        List<Operation> kept = failing;
        for (int part = Math.max(1, kept.size() / 2); ; part = Math.max(1, part / 2)) {
            int before = kept.size();
            kept = without(kept, part);
            if (tries >= MOST_TRIES || (part == 1 && kept.size() == before)) {
                return kept;
            }
        }
    }

    private List<Operation> without(List<Operation> operations, int part) {
        List<Operation> kept = operations;
        int end = kept.size();
        while (end > 0 && tries < MOST_TRIES) {
            int start = Math.max(0, end - part);
            List<Operation> fewer = new ArrayList<>(kept.subList(0, start));
            fewer.addAll(kept.subList(end, kept.size()));
            tries++;
            Optional<Difference> found = comparison.run(fewer).filter(difference::isLike);
            if (found.isPresent()) {
                kept = fewer.subList(0, found.get().step() + 1);
                start = Math.min(start, kept.size());
            }
            end = start;
        }
        return kept;
    }
}
