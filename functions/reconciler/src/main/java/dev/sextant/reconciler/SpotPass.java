package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.kraken.trade.HaltException;
import dev.sextant.venues.kraken.trade.LazyKraken;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A deployed desk's minute of a spot account: books opened, the account examined, orders and balances compared, fees read, and
 * how its plans stand told. Safe to repeat.
 */
public final class SpotPass {

    private static final Logger LOG = LoggerFactory.getLogger(SpotPass.class);
    private static final String VENUE = "KRAKEN";

    private final Account account;
    private final SqlClient sql;
    private final LazyKraken venue;
    private final OpeningBooks books;
    private final Examiner examiner;
    private final SpotReconciliation reconciliation;
    private final SpotFees fees;
    private final EpochClock wall;
    private final Metrics metrics;

    private SpotPass(
            Account account,
            SqlClient sql,
            LazyKraken venue,
            OpeningBooks books,
            Examiner examiner,
            SpotReconciliation reconciliation,
            SpotFees fees,
            EpochClock wall,
            Metrics metrics) {
        this.account = account;
        this.sql = sql;
        this.venue = venue;
        this.books = books;
        this.examiner = examiner;
        this.reconciliation = reconciliation;
        this.fees = fees;
        this.wall = wall;
        this.metrics = metrics;
    }

    /**
     * @param venue with a key that reads; nobody else may ask with it at the same time
     * @param starts assets that a triangle may begin with
     */
    public static SpotPass of(
            Account account, SqlClient sql, LazyKraken venue, List<String> starts, EpochClock wall, Metrics metrics) {
        return new SpotPass(
                account,
                sql,
                venue,
                new OpeningBooks(sql, venue::balances, true),
                new Examiner(
                        new SpotQuestions(venue, starts, wall)::examine, SqlExaminations.ofSpot(sql, VENUE), metrics),
                SpotReconcilers.of(sql, venue),
                new SpotFees(sql, pairs -> venue.open().account().fees(pairs)),
                wall,
                metrics);
    }

    /** Whether somebody waits for a pass. */
    boolean wanted() {
        return reconciliation.wanted(account);
    }

    /** One pass; says in a sentence what it found. Called each minute by the job {@code reconcile-spot}. */
    public String run() {
        Optional<String> away = away();
        if (away.isPresent()) {
            // Each further question would wait as long, and the desk's own account is looked after by the same
            // function.
            tell(0, 1);
            return "NOT CLEAN: " + away.get();
        }
        books.open(account, wall.nowMs());
        examiner.look(account, wall.nowMs());
        Findings findings = reconciliation.run(account, wall.nowMs());
        fees.run(account, wall.nowMs());
        tell(findings.mismatches().size(), findings.unreadable().size());
        return (findings.clean() ? "clean" : "NOT CLEAN") + ": " + findings.checked() + " orders checked, "
                + findings.changed() + " changed, " + findings.unknown() + " unknown, "
                + findings.mismatches().size() + " balances differ, "
                + findings.unreadable().size() + " unreadable";
    }

    /** Why the venue can't be asked now. One that refuses the key has answered, and the examination says so. */
    private Optional<String> away() {
        try {
            venue.balances();
            return Optional.empty();
        } catch (HaltException e) {
            return Optional.empty();
        } catch (VenueUnavailableException e) {
            LOG.warn("account {} is not looked after now: {}", account, e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void tell(int mismatches, int unreadable) {
        Row plans = sql.queryOne(Sql.of("""
                        select
                            (select count(*) from execution.plans
                             where account = :account and outcome = 'RESIDUAL' and cleared_at is null) as residual,
                            (select count(*) from execution.orders
                             where account = :account and not execution.is_final(state)
                               and state in ('UNKNOWN', 'QUARANTINED')) as unknown""").with("account", account.name())).orElseThrow();
        metrics.count("PlansResidual", plans.longValue("residual"));
        metrics.count("PlanOrdersUnknown", plans.longValue("unknown"));
        metrics.count("OrdersUnsettled", plans.longValue("unknown"));
        metrics.count("PositionMismatches", mismatches);
        metrics.count("Unreadable", unreadable);
        metrics.flush();
    }
}
