package dev.sextant.api.recompute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.portfolio.SqlFills;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads what is stored and every fill, and says whether the two agree. It changes nothing. */
@Singleton
final class Recompute {

    private static final int PAGE = 500;

    private final Account account;
    private final SqlClient sql;
    private final SqlFills fills;

    Recompute(ApiSetup setup) {
        this.account = setup.account();
        this.sql = setup.sql();
        this.fills = new SqlFills(sql);
    }

    String now() {
        // Trades before positions before fills: a later reading holds everything an earlier one was made from.
        List<Stored.Trade> trades = trades();
        Row money = money();
        Stored stored =
                new Stored(trades, fills.positions(account), money.decimal("paid_in"), money.decimal("balance"));
        Recomputed recomputed = new Recomputed(
                stored,
                (position, after, limit) -> fills.page(account, position.venue(), position.symbol(), after, limit));
        List<Recomputed.Difference> differences = recomputed.differences(stored);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("equal", differences.isEmpty())
                .put("fills", recomputed.fills())
                .put("positions", stored.positions().size())
                .put("trades", trades.size())
                .put("currency", money.text("currency"))
                .put("balance", E8.printDecimal(stored.balance()))
                .put("balance_recomputed", E8.printDecimal(recomputed.balance(stored)));
        write(differences, answer.putArray("differences"));
        return answer.put("as_of", money.text("as_of")).toString();
    }

    private static void write(List<Recomputed.Difference> differences, ArrayNode list) {
        differences.forEach(difference -> list.addObject()
                .put("what", difference.what())
                .put("stored", difference.stored())
                .put("recomputed", difference.recomputed()));
    }

    private Row money() {
        return sql.queryOne(Sql.of("""
                SELECT a.currency, ops.iso(ops.market_time()) AS as_of,
                       coalesce((SELECT sum(amount) FROM portfolio.ledger l WHERE l.account = a.account
                           AND l.asset = a.currency AND (l.kind IN ('deposit', 'funding', 'transfer')
                               OR l.kind = 'fee' AND split_part(l.reference, '/', 2) = 'INSURANCE_CLEAR')), 0) AS paid_in,
                       coalesce((SELECT sum(amount) FROM portfolio.balances b WHERE b.account = a.account
                           AND b.asset = a.currency), 0) AS balance
                FROM risk.accounts a WHERE a.account = :account
                """).with("account", account.name()))
                .orElseThrow(() -> ApiException.notFound("account", account.name()));
    }

    private List<Stored.Trade> trades() {
        List<Stored.Trade> trades = new ArrayList<>();
        String after = "";
        List<Row> page;
        do {
            page = sql.query(Sql.of("""
                    SELECT trade_id, stop_distance, pnl, pnl_r FROM execution.trades
                    WHERE account = :account AND closed_at IS NOT NULL AND trade_id > :after
                    ORDER BY trade_id LIMIT :limit
                    """)
                    .with("account", account.name())
                    .with("after", after)
                    .with("limit", (long) PAGE));
            for (Row row : page) {
                after = row.text("trade_id");
                trades.add(new Stored.Trade(
                        after, row.decimal("stop_distance"), row.decimal("pnl"), row.decimal("pnl_r")));
            }
        } while (page.size() == PAGE);
        return trades;
    }
}
