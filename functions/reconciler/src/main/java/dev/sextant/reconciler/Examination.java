package dev.sextant.reconciler;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one look at the account's settings at the venue has found.
 *
 * @param findings in the order they were made
 */
record Examination(List<Finding> findings) {

    /**
     * The outcome of one question.
     *
     * @param name for people and the list of checks, such as {@code venue_margin}
     * @param verdict what it means for trading
     * @param detail what was found, in a line
     */
    record Finding(String name, Verdict verdict, String detail) {}

    /** What is not known is no pass, and no proof of the contrary. */
    enum Verdict {
        PASS,
        UNKNOWN,
        FAIL
    }

    Examination {
        findings = List.copyOf(findings);
    }

    boolean passed() {
        return findings.stream().allMatch(finding -> finding.verdict() == Verdict.PASS);
    }

    boolean failed() {
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL);
    }

    /** What stands in the way, in one line. */
    String objections() {
        return findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(Finding::detail)
                .collect(Collectors.joining("; "));
    }
}
