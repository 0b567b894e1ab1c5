package dev.sextant.domain.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The state of an account or a strategy, and why.
 *
 * @param findings in the order of {@link GuardCondition}
 */
public record GuardReport(List<GuardFinding> findings) {

    public GuardReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(GuardFinding::condition))
                .toList();
    }

    /** The worst of its findings. */
    public GuardState state() {
        return findings.stream()
                .map(finding -> finding.condition().state())
                .max(Comparator.naturalOrder())
                .orElse(GuardState.NORMAL);
    }

    /** The first finding that bars entries. */
    public Optional<GuardFinding> barrier() {
        return findings.stream()
                .filter(finding -> finding.condition().state().barsEntries())
                .findFirst();
    }
}
