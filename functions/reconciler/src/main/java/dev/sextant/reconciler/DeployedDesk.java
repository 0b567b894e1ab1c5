package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** What nobody else does where no process is the desk: its books are opened and its session is kept beside each pass. */
final class DeployedDesk implements SessionKeeper {

    private final SqlClient sql;
    private final OpeningBooks books;

    DeployedDesk(SqlClient sql, TradingVenue venue) {
        this.sql = sql;
        this.books = new OpeningBooks(sql, venue::balances, false);
    }

    void openBooks(Account account, long nowMs) {
        books.open(account, nowMs);
    }

    @Override
    public void looked(boolean overviewRead) {
        sql.callOne(Sql.of("select ops.keep_session(:read) as x").with("read", overviewRead));
    }
}
