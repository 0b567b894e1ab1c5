package dev.sextant.infra.alarm;

import java.util.List;

/** Whether what happened is being written down. Nothing trades by it, so there is time. */
final class RecorderAlarms {

    private static final int BEHIND_MS = 120_000;
    private static final int MANY = 10;

    private final Rules rules;

    RecorderAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.silent(
                told("BehindMs").times(5),
                2,
                "recorder-silent",
                "Nobody has read the market stream for the record for ten minutes. Trades stay in the stream for a day;"
                        + " see the recorder's log, then its lease table.");
        rules.atLeast(
                BEHIND_MS,
                told("BehindMs").most(5),
                2,
                "recorder-late",
                "The recorder is behind the market stream by more than two minutes. It catches up by itself, a thousand"
                        + " records a second; look for failing batches and at the database's capacity.");
        rules.atLeast(
                MANY,
                told("BatchFailures").sum(5),
                "recorder-batch-failures",
                "The recorder tries a batch again and again: it gives none up. Its log says why; mostly the database is"
                        + " away.");
        rules.atLeast(
                1,
                Measure.total(List.of(told("BucketsDiffer"), told("IdsWentBack")), 5),
                "recorder-disagrees",
                "Recorded trades and the ingest's frames tell different buckets, or the exchange began its ids anew. The"
                        + " symbol is blocked until somebody has looked.");
        rules.atLeast(
                1,
                told("DeadLetters").sum(5),
                "recorder-dead-letters",
                "A record of the market stream could not be read; it is kept whole in ops.dead_letters. Two versions of the"
                        + " desk may be running.");
        rules.atLeast(
                1,
                told("JobsFailed").sum(60),
                "container-job-fails",
                "A job of the container failed; its next period tries again. What the archive did not store stays in the"
                        + " database.");
        rules.atLeast(
                1,
                told("DriftUnexplained").sum(5),
                "drift-unexplained",
                "The recorded trades of the last day give another decision than the desk made, and nothing explains it. GET"
                        + " /drift names the bucket and the field.");
        rules.atLeast(
                1,
                told("DriftAboveLimit").sum(5),
                "drift-high",
                "More than one decision in a hundred of the last day can't be made again from the recorded trades. GET"
                        + " /drift says which data were missing or late.");
    }

    private static Measure told(String what) {
        return Measure.desk("recorder", what);
    }
}
