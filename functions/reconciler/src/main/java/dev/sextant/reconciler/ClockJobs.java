package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done by the clock beside reconciling. Each job may run twice, late, or never; the next one makes up for it. */
final class ClockJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ClockJobs.class);

    private final SqlClient sql;
    private final CashFlowBooks flows;
    private final Metrics metrics;

    ClockJobs(SqlClient sql, CashFlowBooks flows, Metrics metrics) {
        this.sql = sql;
        this.flows = flows;
        this.metrics = metrics;
    }

    /** Runs a job of the schedule and says what it did; empty when the name is of none of these. */
    Optional<String> run(String job, Account account, long nowMs) {
        if (job.equals(Schedules.SNAPSHOTS.name())) {
            return Optional.of(snapshot(account, nowMs));
        }
        if (job.equals(Schedules.CASH_FLOWS.name())) {
            return Optional.of(flows.run(account, nowMs));
        }
        if (job.equals(Schedules.PARTITIONS.name())) {
            return Optional.of(partitions(nowMs));
        }
        if (job.equals(Schedules.AUDIT_ANCHOR.name())) {
            return Optional.of(anchor(nowMs));
        }
        if (job.equals(Schedules.DIGEST.name())) {
            return Optional.of(digest(account, nowMs));
        }
        return job.equals(Schedules.CLEAN_UP.name()) ? Optional.of(cleanUp()) : Optional.empty();
    }

    private String snapshot(Account account, long nowMs) {
        boolean taken = sql.callOne(Sql.of("select portfolio.take_snapshot(:account, ops.ts(:now)) as x")
                        .with("account", account.name())
                        .with("now", nowMs))
                .bool("x");
        return taken ? "snapshot of " + account + " taken" : "snapshot of " + account + " was there";
    }

    private String partitions(long nowMs) {
        String added = sql.callOne(Sql.of("select array_to_string(market.ensure_partitions(ops.ts(:now)), ', ') as x")
                        .with("now", nowMs))
                .text("x");
        return added.isEmpty() ? "every partition was there" : "partitions made: " + added;
    }

    /** A chain that does not hold since its last anchor gets none. */
    private String anchor(long nowMs) {
        Row result = sql.callOne(Sql.of("""
                        select (x->>'anchored')::bigint as anchored, (select count(*) from jsonb_object_keys(x->'broken')) as broken,
                            x->>'broken' as told
                        from ops.anchor_audit(ops.ts(:now)) x""").with("now", nowMs));
        long broken = result.longValue("broken");
        metrics.count("AuditBroken", broken);
        metrics.flush();
        if (broken > 0) {
            LOG.error("the audit log was changed: {}", result.text("told"));
        }
        return result.longValue("anchored") + " audit chains anchored"
                + (broken > 0 ? ", " + broken + " BROKEN: " + result.text("told") : "");
    }

    /** Of the day that ended last, which by now is whole. */
    private String digest(Account account, long nowMs) {
        LocalDate day =
                LocalDate.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC).minusDays(1);
        String digest = sql.callOne(
                        Sql.of("select portfolio.keep_digest(:account, :day::date, ops.ts(:now))::text as x")
                                .with("account", account.name())
                                .with("day", day.toString())
                                .with("now", nowMs))
                .text("x");
        LOG.info("the day of {}: {}", account, digest);
        return "digest of " + day + " kept";
    }

    private String cleanUp() {
        return sql.callOne(Sql.of("select ops.forget_expired() as x")).longValue("x") + " expired rows removed";
    }
}
