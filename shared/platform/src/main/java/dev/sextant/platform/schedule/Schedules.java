package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.List;

/** Every job there is. A job stands here once something does it, not before. */
public final class Schedules {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final Doer RECONCILER = new Doer.Function("reconciler");
    private static final Doer INGEST = new Doer.Ingest();

    /** Orders, positions and strangers against the venue. */
    public static final ScheduledJob RECONCILE = new ScheduledJob("reconcile", Duration.ofMinutes(1), RECONCILER);

    /** Balances and orders of a spot account beside the desk's own; only where a deployed desk trades one, so in no list. */
    public static final ScheduledJob RECONCILE_SPOT =
            new ScheduledJob("reconcile-spot", Duration.ofMinutes(1), RECONCILER);

    /** Lingering approvals and unprotected positions: the ticks' work, should no tick come. */
    public static final ScheduledJob SWEEP = new ScheduledJob("sweep", Duration.ofMinutes(1), new Doer.Sweepers());

    /** The account as it stands, once an hour. */
    public static final ScheduledJob SNAPSHOTS = new ScheduledJob("snapshots", Duration.ofHours(1), RECONCILER);

    /** What moved the account's money beside its fills: funding, and what was moved in and out. */
    public static final ScheduledJob CASH_FLOWS = new ScheduledJob("cash-flows", Duration.ofHours(1), RECONCILER);

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

    /** The ingest's own word that it lives and what it reads, on the board the dashboard shows. */
    public static final ScheduledJob HEARTBEAT = new ScheduledJob("heartbeat", Duration.ofSeconds(5), INGEST);

    /** The venue's filters and limits of requests ({@code exchangeInfo}). */
    public static final ScheduledJob EXCHANGE_INFO = new ScheduledJob("exchange-info", Duration.ofMinutes(5), INGEST);

    /** In the order in which they run when several are due. */
    public static final List<ScheduledJob> ALL = List.of(
            RECONCILE,
            SWEEP,
            CASH_FLOWS,
            SNAPSHOTS,
            ARCHIVE,
            PARTITIONS,
            AUDIT_ANCHOR,
            DIGEST,
            DRIFT,
            CLEAN_UP,
            HEARTBEAT,
            EXCHANGE_INFO);

    private Schedules() {}

    /** Those that somebody starts when they are due: all but the ingest's. */
    public static List<ScheduledJob> started() {
        return ALL.stream().filter(job -> !(job.doer() instanceof Doer.Ingest)).toList();
    }
}
