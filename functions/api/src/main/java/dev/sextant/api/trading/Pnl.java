package dev.sextant.api.trading;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The account's money: folded from the ledger, open positions valued at the last trade. */
@Singleton
final class Pnl {

    private final ApiSetup setup;
    private final SqlClient sql;

    Pnl(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    /** The equity curve has at most about 400 points, the last of each of as many equal parts of the ledger. */
    String now() {
        return sql.queryOne(Sql.of("""
                WITH mark AS (
                    SELECT coalesce(sum(unrealised_pnl), 0) AS unrealised,
                           coalesce(min(watermark_at) FILTER (WHERE qty <> 0), ops.market_time()) AS at
                    FROM portfolio.marked_positions WHERE account = :account),
                booked AS (
                    SELECT l.* FROM portfolio.ledger l JOIN risk.accounts a ON a.account = l.account AND a.currency = l.asset
                    WHERE l.account = :account),
                money AS (
                    SELECT coalesce(sum(amount), 0) AS balance, max(at) AS last_at,
                           coalesce(sum(amount) FILTER (WHERE kind = 'realised_pnl'), 0) AS realised,
                           -coalesce(sum(amount) FILTER (WHERE kind = 'fee'), 0) AS fees,
                           coalesce(sum(amount) FILTER (WHERE kind = 'funding'), 0) AS funding,
                           coalesce(sum(amount) FILTER (WHERE kind = 'transfer'), 0) AS transfers
                    FROM booked),
                other AS (
                    SELECT json_object_agg(asset, ops.dec(fee) ORDER BY asset) AS fees FROM (
                        SELECT l.asset, -sum(l.amount) AS fee FROM portfolio.ledger l JOIN risk.accounts a ON a.account = l.account
                        WHERE l.account = :account AND l.kind = 'fee' AND l.asset <> a.currency GROUP BY 1) paid),
                steps AS (
                    SELECT at, sum(sum(amount)) OVER (ORDER BY at) AS equity,
                           sum(coalesce(sum(amount) FILTER (WHERE kind IN ('deposit', 'transfer')), 0)) OVER (ORDER BY at) AS paid_in,
                           row_number() OVER (ORDER BY at) AS n, count(*) OVER () AS total
                    FROM booked GROUP BY at),
                points AS (
                    SELECT at, equity, paid_in FROM steps
                    WHERE n = 1 OR n * 400 / total <> (n - 1) * 400 / total
                    UNION ALL
                    SELECT greatest(mark.at, money.last_at + interval '1 millisecond'), balance + unrealised,
                           (SELECT paid_in FROM steps ORDER BY at DESC LIMIT 1)
                    FROM mark, money),
                closed AS (
                    SELECT count(*) AS trades, count(*) FILTER (WHERE pnl > 0) AS wins,
                           count(*) FILTER (WHERE pnl < 0) AS losses, coalesce(sum(pnl_r), 0) AS pnl_r
                    FROM execution.trades WHERE account = :account AND closed_at IS NOT NULL),
                open AS (
                    SELECT coalesce(sum(at_risk), 0) AS at_risk FROM execution.open_trades WHERE account = :account),
                wanted AS (
                    SELECT coalesce(sum(risk * (qty - filled_qty) / qty), 0) AS at_risk FROM execution.orders
                    WHERE account = :account AND purpose = 'ENTRY' AND NOT execution.is_final(state))
                SELECT json_build_object(
                    'currency', a.currency, 'start_balance', ops.dec(coalesce(a.start_balance, 0)), 'balance', ops.dec(money.balance),
                    'equity', ops.dec(money.balance + mark.unrealised), 'realised_pnl', ops.dec(money.realised),
                    'unrealised_pnl', ops.dec(mark.unrealised), 'fees', ops.dec(money.fees), 'other_fees', other.fees, 'funding', ops.dec(money.funding),
                    'transfers', ops.dec(money.transfers),
                    'open_risk', ops.dec(round(open.at_risk + wanted.at_risk, 8)), 'trades', closed.trades,
                    'wins', closed.wins, 'losses', closed.losses, 'pnl_r', ops.dec(closed.pnl_r),
                    'equity_curve', (SELECT json_agg(json_build_object('at', ops.iso(at), 'equity', ops.dec(equity),
                                         'paid_in', ops.dec(coalesce(paid_in, 0))) ORDER BY at)
                                     FROM points),
                    'as_of', ops.iso(mark.at)) AS item
                FROM risk.accounts a, mark, money, other, closed, open, wanted
                WHERE a.account = :account
                """).with("account", setup.account().name()))
                .orElseThrow(
                        () -> ApiException.notFound("account", setup.account().name()))
                .text("item");
    }
}
