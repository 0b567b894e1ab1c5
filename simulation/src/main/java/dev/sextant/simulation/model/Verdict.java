package dev.sextant.simulation.model;

import dev.sextant.domain.order.OrderLifecycle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration came to.
 *
 * @param defect what was wrong on purpose, or null for the protocol as it is
 * @param states different states reached, placers A and B being interchangeable
 * @param transitions steps taken between them
 * @param depth steps to the farthest state, on the shortest way
 * @param moves moves of the production table that were made
 * @param steps kinds of steps that were taken
 * @param findings what was broken; a search for a defect ends with the first step that breaks what it must
 */
public record Verdict(
        @Nullable Defect defect,
        int states,
        long transitions,
        int depth,
        Set<OrderLifecycle.Move> moves,
        Set<String> steps,
        List<Finding> findings) {

    public Verdict {
        moves = Set.copyOf(moves);
        steps = Set.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** True when the protocol holds, or when the defect broke what it must. */
    public boolean asExpected() {
        return defect == null
                ? findings.isEmpty()
                : findings.stream().anyMatch(finding -> finding.broken() == defect.breaks());
    }
}
