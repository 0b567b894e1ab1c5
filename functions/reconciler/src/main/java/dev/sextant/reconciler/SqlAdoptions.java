package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Adoptions} in Postgres. */
public final class SqlAdoptions implements Adoptions {

    private final SqlClient sql;
    private final SqlOrderStore orders;
    private final Supplier<String> tokens;

    public SqlAdoptions(SqlClient sql) {
        this(sql, () -> UUID.randomUUID().toString());
    }

    /** @param tokens fresh tokens of the claim that each adoption makes */
    public SqlAdoptions(SqlClient sql, Supplier<String> tokens) {
        this.sql = sql;
        this.orders = new SqlOrderStore(sql);
        this.tokens = tokens;
    }

    @Override
    public List<Wanted> wanted(Account account) {
        return sql.query(Sql.of("""
                        select adoption_id, symbol, venue_order_id, kind, asked_by, reason, ops.dec(whole) as whole from ops.adoptions_wanted
                        where account = :account order by adoption_id nulls first, venue_order_id limit 20""").with("account", account.name())).stream()
                .map(row -> new Wanted(
                        row.longOrNull("adoption_id"),
                        new Symbol(row.text("symbol")),
                        row.text("venue_order_id"),
                        row.text("kind"),
                        row.text("asked_by"),
                        row.text("reason"),
                        whole(row.textOrNull("whole"))))
                .toList();
    }

    private static @Nullable Quantity whole(@Nullable String told) {
        return told == null ? null : Quantity.of(told);
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
        return orders.adopt(intent, tokens.get(), report, row);
    }

    @Override
    public void refuse(long id, String why, long nowMs) {
        sql.call(Sql.of("select ops.refuse_adoption(:id, :why, ops.ts(:now))::text as x")
                .with("id", id)
                .with("why", why)
                .with("now", nowMs));
    }
}
