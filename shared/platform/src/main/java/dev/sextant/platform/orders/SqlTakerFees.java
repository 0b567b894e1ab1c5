package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.HashMap;
import java.util.Map;

/** What accounts pay for taking. The reconciler saves what the venue says; the ingest reads it for triangles. */
public final class SqlTakerFees {

    private final SqlClient sql;

    public SqlTakerFees(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps what the venue said.
     *
     * @param ppm by pair, millionths of the cost, 0 to 100,000
     * @param nowMs when it said so
     */
    public void save(Account account, Map<Symbol, Integer> ppm, long nowMs) {
        ObjectNode fees = JsonNodeFactory.instance.objectNode();
        ppm.forEach((pair, fee) -> fees.put(pair.name(), fee));
        sql.update(
                Sql.of("""
                        insert into portfolio.taker_fees (account, symbol, ppm, as_of)
                        select :account, key, value::integer, ops.ts(:now) from jsonb_each_text(:fees::jsonb)
                        on conflict (account, symbol) do update set ppm = excluded.ppm, as_of = excluded.as_of""").with("account", account.name()).with("now", nowMs).withJson("fees", fees.toString()));
    }

    /** What it said last, by pair, in millionths; however long ago. */
    public Map<Symbol, Integer> of(Account account) {
        Map<Symbol, Integer> fees = new HashMap<>();
        sql.query(Sql.of("select symbol, ppm::bigint as ppm from portfolio.taker_fees where account = :account")
                        .with("account", account.name()))
                .forEach(row -> fees.put(new Symbol(row.text("symbol")), (int) row.longValue("ppm")));
        return fees;
    }
}
