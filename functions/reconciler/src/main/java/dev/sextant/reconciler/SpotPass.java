package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.kraken.trade.LazyKraken;
import java.util.List;

/**
 * A deployed desk's minute of a spot account: books opened, the account examined, orders and balances compared, fees read, and
 * how its plans stand told. Safe to repeat.
 */
public final class SpotPass {

    private static final String VENUE = "KRAKEN";

    private final Account account;
    private final SqlClient sql;
    private final OpeningBooks books;
    private final Examiner examiner;
    private final Reconciler reconciler;
    private final SpotFees fees;
    private final EpochClock wall;
    private final Metrics metrics;

    private SpotPass(
            Account account,
            SqlClient sql,
            OpeningBooks books,
            Examiner examiner,
            Reconciler reconciler,
            SpotFees fees,
            EpochClock wall,
            Metrics metrics) {
        this.account = account;
        this.sql = sql;
        this.books = books;
        this.examiner = examiner;
        this.reconciler = reconciler;
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
                new OpeningBooks(sql, venue::balances, true),
                new Examiner(
                        new SpotQuestions(venue, starts, wall)::examine, SqlExaminations.ofSpot(sql, VENUE), metrics),
                SpotReconcilers.of(sql, venue),
                new SpotFees(sql, pairs -> venue.open().account().fees(pairs)),
                wall,
                metrics);
    }

    /** One pass; says in a sentence what it found. Called each minute by the job {@code reconcile-spot}. */
    public String run() {
        books.open(account, wall.nowMs());
        examiner.look(account, wall.nowMs());
        Findings findings = reconciler.run(account, wall.nowMs());
        fees.run(account, wall.nowMs());
        tell(findings);
        return (findings.clean() ? "clean" : "NOT CLEAN") + ": " + findings.checked() + " orders checked, "
                + findings.changed() + " changed, " + findings.unknown() + " unknown, "
                + findings.mismatches().size() + " balances differ, "
                + findings.unreadable().size() + " unreadable";
    }

    private void tell(Findings findings) {
        Row plans = sql.queryOne(Sql.of("""
                        select
                            (select count(*) from execution.plans
                             where account = :account and outcome = 'RESIDUAL' and cleared_at is null) as residual,
                            (select count(*) from execution.orders
                             where account = :account and not execution.is_final(state)
                               and state in ('UNKNOWN', 'QUARANTINED')) as unknown""").with("account", account.name())).orElseThrow();
        metrics.count("PlansResidual", plans.longValue("residual"));
        metrics.count("PlanOrdersUnknown", plans.longValue("unknown"));
        metrics.count("OrdersUnsettled", findings.unknown());
        metrics.count("PositionMismatches", findings.mismatches().size());
        metrics.count("Unreadable", findings.unreadable().size());
        metrics.flush();
    }
}
