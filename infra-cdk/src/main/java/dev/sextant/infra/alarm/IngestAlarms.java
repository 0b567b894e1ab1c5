package dev.sextant.infra.alarm;

/** The feed: whether it lives, how old it is, what it missed. */
final class IngestAlarms {

    private static final int STALE_MS = 30_000;
    private static final int MANY = 10;

    private final Rules rules;

    IngestAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.silent(
                told("FramesSent").sum(1),
                2,
                "ingest-silent",
                "No frame for two minutes: the task is gone, or the exchange can't be reached (451 means a refused"
                        + " country). Entries are blocked by age; stops rest at the exchange.");
        rules.atLeast(
                STALE_MS,
                told("LastEventAgeMs").most(1),
                2,
                "market-stale",
                "The newest event is older than 30 s. The ingest replaces silent connections by itself; see its log.");
        rules.atLeast(
                6,
                told("Reconnects").sum(10),
                "reconnects",
                "More than five connections in ten minutes. The exchange or the way to it is unwell.");
        rules.atLeast(
                1,
                told("GapsUnfilled").sum(1),
                "gap-unfilled",
                "Trades are missing and the exchange did not give them. Windows that contain the gap raise no signal.");
        rules.atLeast(
                MANY,
                told("FailedPuts").sum(5),
                "stream-refuses",
                "Kinesis does not take what the ingest sends. It is kept in memory and on disk; when both are full, reading stops.");
        rules.atLeast(
                MANY,
                told("FramesMalformed").sum(5),
                "messages-malformed",
                "The exchange sends what the desk can't read: has it changed its messages?");
    }

    private static Measure told(String what) {
        return Measure.desk("ingest", what);
    }
}
