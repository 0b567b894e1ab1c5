package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Differences of a spot account that people have said to be right, because money was moved by hand: booked when a pass finds
 * just that difference, refused when it finds another, and left waiting while a fill of the desk may be what differs.
 */
final class AcceptedBalances {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptedBalances.class);

    private final SqlClient sql;

    AcceptedBalances(SqlClient sql) {
        this.sql = sql;
    }

    /** Settles what waits by what a pass has found; says whether anything was booked, so that both sides agree now. */
    boolean settle(Account account, Findings findings, long nowMs) {
        boolean booked = false;
        if (findings.unreadable().isEmpty()) {
            for (Row wanted : sql.query(Sql.of("""
                            select acceptance_id, asset from ops.acceptances
                            where account = :account and done_at is null order by acceptance_id limit 20""").with("account", account.name()))) {
                booked |= settle(
                        wanted.longValue("acceptance_id"),
                        mismatch(findings, wanted.text("asset")).orElse(null),
                        nowMs);
            }
        }
        return booked;
    }

    private static Optional<Findings.Mismatch> mismatch(Findings findings, String asset) {
        return findings.mismatches().stream()
                .filter(each -> each.symbol().name().equals(asset))
                .findFirst();
    }

    private boolean settle(long acceptance, Findings.@Nullable Mismatch found, long nowMs) {
        Row answer = sql.callOne(Sql.of("""
                        select x->>'state' as state, x->>'text' as told from portfolio.settle_acceptance(
                            :id, :desk::numeric, :venue::numeric, ops.ts(:now)) x""")
                .with("id", acceptance)
                .with("desk", found == null ? null : found.atDesk())
                .with("venue", found == null ? null : found.atVenue())
                .with("now", nowMs));
        LOG.warn("acceptance {} is {}: {}", acceptance, answer.text("state"), answer.text("told"));
        return answer.text("state").equals("booked");
    }
}
