package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link Adoptions} in Postgres. */
public final class SqlAdoptions implements Adoptions {

    private final SqlClient sql;
    private final SqlOrderStore orders;

    public SqlAdoptions(SqlClient sql) {
        this.sql = sql;
        this.orders = new SqlOrderStore(sql);
    }

    @Override
    public List<Wanted> wanted(Account account) {
        return sql.query(Sql.of("""
                        select adoption_id, symbol, venue_order_id, kind, asked_by, reason from ops.adoptions_wanted
                        where account = :account order by adoption_id nulls first, venue_order_id limit 20""").with("account", account.name())).stream()
                .map(row -> new Wanted(
                        row.longOrNull("adoption_id"),
                        new Symbol(row.text("symbol")),
                        row.text("venue_order_id"),
                        row.text("kind"),
                        row.text("asked_by"),
                        row.text("reason")))
                .toList();
    }

    @Override
    public Optional<String> book(Wanted wanted, OrderIntent intent, OrderReport report) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("adoption_id", wanted.id())
                .put("venue_order_id", wanted.venueOrderId())
                .put("kind", wanted.kind())
                .put("asked_by", wanted.askedBy())
                .put("reason", wanted.reason());
        return orders.adopt(intent, UUID.randomUUID().toString(), report, row);
    }

    @Override
    public void refuse(long id, String why, long nowMs) {
        sql.call(Sql.of("select ops.refuse_adoption(:id, :why, ops.ts(:now))::text as x")
                .with("id", id)
                .with("why", why)
                .with("now", nowMs));
    }
}
