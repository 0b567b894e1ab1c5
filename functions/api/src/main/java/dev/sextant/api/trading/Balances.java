package dev.sextant.api.trading;

import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** What the desk's accounts have of each asset, as booked, its own first, and what may be lost of it while trades are open. */
@Singleton
final class Balances {

    private final ApiSetup setup;
    private final SqlClient sql;

    Balances(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    Page all() {
        return Page.whole(sql.query(Sql.of("""
                SELECT ops.iso(ops.market_time()) AS as_of,
                       CASE WHEN b.asset IS NOT NULL THEN json_build_object('account', b.account, 'asset', b.asset, 'amount', ops.dec(b.amount),
                           'unrealised_pnl', ops.dec(mark.unrealised), 'equity', ops.dec(b.amount + mark.unrealised),
                           'changed_at', ops.iso(b.as_of)) END AS item
                FROM (VALUES (1)) one
                LEFT JOIN risk.accounts a ON :account IN (a.account, a.follows)
                LEFT JOIN portfolio.balances b ON b.account = a.account
                LEFT JOIN LATERAL (
                    SELECT coalesce(sum(unrealised_pnl), 0) AS unrealised FROM portfolio.marked_positions p
                    WHERE p.account = b.account AND b.asset = a.currency) mark ON true
                ORDER BY a.account <> :account, a.account, b.asset
                """).with("account", setup.account().name())));
    }
}
