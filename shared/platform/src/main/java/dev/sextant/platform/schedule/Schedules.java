package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.List;

/** Every job there is. A job stands here once something does it, not before. */
public final class Schedules {

    /** Orders, positions and strangers against the venue. */
    public static final ScheduledJob RECONCILE = ScheduledJob.every(Duration.ofMinutes(1), "reconcile", "reconciler");

    /** The account as it stands, once an hour. */
    public static final ScheduledJob SNAPSHOTS = ScheduledJob.every(Duration.ofHours(1), "snapshots", "reconciler");

    /** Room for the trades of this month and the next two. */
    public static final ScheduledJob PARTITIONS = ScheduledJob.every(Duration.ofDays(1), "partitions", "reconciler");

    /** A copy of the audit chains' heads. */
    public static final ScheduledJob AUDIT_ANCHOR =
            ScheduledJob.every(Duration.ofDays(1), "audit-anchor", "reconciler");

    /** Answers and tokens that have had their time. */
    public static final ScheduledJob CLEAN_UP = ScheduledJob.every(Duration.ofDays(1), "clean-up", "reconciler");

    /** What EventBridge calls functions for, in the order in which they run when several are due. */
    public static final List<ScheduledJob> OF_FUNCTIONS =
            List.of(RECONCILE, SNAPSHOTS, PARTITIONS, AUDIT_ANCHOR, CLEAN_UP);

    /** Trades of hours that are over into the archive, and old months out of the database. */
    public static final ScheduledJob ARCHIVE = ScheduledJob.every(Duration.ofHours(1), "archive", "ingest-fargate");

    /** What the container does by its own clock, because it takes longer than a function should. */
    public static final List<ScheduledJob> IN_CONTAINER = List.of(ARCHIVE);

    private Schedules() {}
}
