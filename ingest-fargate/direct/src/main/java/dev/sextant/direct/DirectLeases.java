package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.SqlLeases;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** The lease of an account's direct lane, with the functions of migration V024. A run's number is when it began. */
final class DirectLeases implements Leases {

    private final SqlClient sql;
    private final Account account;
    private final EpochClock wall;

    DirectLeases(SqlClient sql, Account account, EpochClock wall) {
        this.sql = sql.withoutRetry();
        this.account = account;
        this.wall = wall;
    }

    @Override
    public long nextEpoch(String owner) {
        return wall.nowMs();
    }

    @Override
    public LeaseAnswer hold(String owner, long epoch, long forMs) throws StoreException {
        return SqlLeases.held(
                sql,
                Sql.of("select execution.hold_direct_lease(:account, :owner, :run, :ms)::text as lease")
                        .with("account", account.name())
                        .with("owner", owner)
                        .with("run", epoch)
                        .with("ms", forMs));
    }

    @Override
    public void leave(String owner, long epoch) throws StoreException {
        SqlLeases.left(
                sql,
                Sql.of("select execution.leave_direct_lease(:account, :owner, :run) as held")
                        .with("account", account.name())
                        .with("owner", owner)
                        .with("run", epoch));
    }
}
