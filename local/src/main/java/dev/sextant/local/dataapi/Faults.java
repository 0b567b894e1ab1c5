package dev.sextant.local.dataapi;

import dev.sextant.domain.time.EpochClock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Faults on demand, for tests and game days: what a caller of the service must survive. Safe for use by many threads.
 */
public final class Faults {

    /** What happens to a call. */
    enum Verdict {
        NONE,
        /** Answered 500 without touching the database. */
        FAIL_BEFORE,
        /** Executed, and the connection then closed without an answer. */
        LOSE_ANSWER,
        /** Answered that the cluster is resuming. */
        RESUMING
    }

    private final EpochClock clock;
    private final List<Rule> rules = new ArrayList<>();
    private long resumingUntilMs = Long.MIN_VALUE;
    private long slowByMs;

    Faults(EpochClock clock) {
        this.clock = clock;
    }

    /** The next {@code calls} calls of this operation whose SQL contains the text get a 500 and touch nothing. */
    public synchronized void failBefore(Operation operation, String sqlPart, int calls) {
        rules.add(new Rule(operation, sqlPart, Verdict.FAIL_BEFORE, calls));
    }

    /** The next {@code calls} such calls are executed and committed, and their answer is lost. */
    public synchronized void loseAnswerAfter(Operation operation, String sqlPart, int calls) {
        rules.add(new Rule(operation, sqlPart, Verdict.LOSE_ANSWER, calls));
    }

    /** Every call is told for so long that the cluster is resuming. */
    public synchronized void resumeForMs(long durationMs) {
        resumingUntilMs = clock.nowMs() + durationMs;
    }

    /** Every call waits this long before it is executed; 0 ends it. */
    public synchronized void slowByMs(long delayMs) {
        slowByMs = delayMs;
    }

    /** No faults any more. */
    public synchronized void clear() {
        rules.clear();
        resumingUntilMs = Long.MIN_VALUE;
        slowByMs = 0;
    }

    synchronized long delayMs() {
        return slowByMs;
    }

    synchronized Verdict judge(Operation operation, String sql) {
        if (clock.nowMs() < resumingUntilMs) {
            return Verdict.RESUMING;
        }
        for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
            Rule rule = all.next();
            if (rule.operation == operation && sql.contains(rule.sqlPart)) {
                if (--rule.left <= 0) {
                    all.remove();
                }
                return rule.verdict;
            }
        }
        return Verdict.NONE;
    }

    private static final class Rule {
        private final Operation operation;
        private final String sqlPart;
        private final Verdict verdict;
        private int left;

        private Rule(Operation operation, String sqlPart, Verdict verdict, int left) {
            this.operation = operation;
            this.sqlPart = sqlPart;
            this.verdict = verdict;
            this.left = left;
        }
    }
}
