package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.List;

/** Every job there is. A job stands here once something does it, not before. */
public final class Schedules {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final Doer RECONCILER = new Doer.Function("reconciler");

    /** Orders, positions and strangers against the venue. */
    public static final ScheduledJob RECONCILE = new ScheduledJob("reconcile", Duration.ofMinutes(1), RECONCILER);

    /** Lingering approvals and unprotected positions: the ticks' work, should no tick come. */
    public static final ScheduledJob SWEEP = new ScheduledJob("sweep", Duration.ofMinutes(1), new Doer.Sweepers());

    /** The account as it stands, once an hour. */
    public static final ScheduledJob SNAPSHOTS = new ScheduledJob("snapshots", Duration.ofHours(1), RECONCILER);

    /** What the venue paid or took as funding. */
    public static final ScheduledJob FUNDING = new ScheduledJob("funding", Duration.ofHours(1), RECONCILER);

    /** Trades of hours that are over into the archive, and old months out of the database. */
    public static final ScheduledJob ARCHIVE = new ScheduledJob("archive", Duration.ofHours(1), new Doer.Container());

    /** Room for the trades of this month and the next two. */
    public static final ScheduledJob PARTITIONS = new ScheduledJob("partitions", DAILY, RECONCILER);

    /** A copy of the audit chains' heads. */
    public static final ScheduledJob AUDIT_ANCHOR = new ScheduledJob("audit-anchor", DAILY, RECONCILER);

    /** What the day before brought, in one row and one line. */
    public static final ScheduledJob DIGEST = new ScheduledJob("digest", DAILY, RECONCILER);

    /** What the day before was decided, beside what its trades give; when the last of them are stored. */
    public static final ScheduledJob DRIFT =
            new ScheduledJob("drift", DAILY, Duration.ofMinutes(10), new Doer.Container());

    /** Answers and tokens that have had their time. */
    public static final ScheduledJob CLEAN_UP = new ScheduledJob("clean-up", DAILY, RECONCILER);

    /** In the order in which they run when several are due. */
    public static final List<ScheduledJob> ALL =
            List.of(RECONCILE, SWEEP, FUNDING, SNAPSHOTS, ARCHIVE, PARTITIONS, AUDIT_ANCHOR, DIGEST, DRIFT, CLEAN_UP);

    private Schedules() {}
}
