package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link Portfolio} in Postgres; a pass's findings are a component status. */
final class SqlPortfolio implements Portfolio {

    private final SqlClient sql;
    private final String component;

    /** Findings are told as {@code reconciler}. */
    SqlPortfolio(SqlClient sql) {
        this(sql, "reconciler");
    }

    /** @param component what findings are told as */
    SqlPortfolio(SqlClient sql, String component) {
        this.sql = sql;
        this.component = component;
    }

    @Override
    public Map<Symbol, BigDecimal> positions(Account account) {
        Map<Symbol, BigDecimal> positions = new TreeMap<>();
        sql.query(Sql.of("select symbol, qty from portfolio.positions where account = :account and qty <> 0")
                        .with("account", account.name()))
                .forEach(row -> positions.put(new Symbol(row.text("symbol")), row.decimal("qty")));
        return positions;
    }

    @Override
    public Set<Symbol> symbols(Account account) {
        return sql.query(Sql.of("""
                        select symbol from execution.orders where account = :account
                        union select symbol from market.instruments where venue = 'BINANCE'""").with("account", account.name())).stream()
                .map(row -> new Symbol(row.text("symbol")))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<OrderState> stateOf(Account account, VenueOrder order) {
        return new SqlOrderStore(sql)
                .ofVenue(account, order.symbol(), order.clientOrderId(), order.venueOrderId())
                .map(StoredOrder::state);
    }

    @Override
    public boolean noteStranger(Account account, VenueOrder order, Stranger kind) {
        String document = JsonNodeFactory.instance
                .objectNode()
                .put("account", account.name())
                .put("symbol", order.symbol().name())
                .put("venue_order_id", order.venueOrderId())
                .put("client_order_id", order.clientOrderId())
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("status", order.status().name())
                .put("filled", order.filled().toString())
                .put("at_ms", order.updatedAtMs())
                .toString();
        return sql.callOne(
                        Sql.of("select ops.note_external_order(:p::jsonb) as x").withJson("p", document))
                .bool("x");
    }

    @Override
    public void block(Symbol symbol, String reason) {
        sql.call(Sql.of("select risk.block(:symbol, :reason, 'reconciler') as x")
                .with("symbol", symbol.name())
                .with("reason", reason));
    }

    /** Stops new entries in every symbol the venue lists here; what is blocked already keeps its reason. */
    void blockAll(String reason) {
        sql.call(Sql.of("""
                        select risk.block(symbol, :reason, 'reconciler') as x from (
                            select distinct symbol from market.instruments
                            except select symbol from market.blocked_symbols) free""").with("reason", reason));
    }

    /** The same of one venue. */
    void blockAll(String venue, String reason) {
        sql.call(Sql.of("""
                        select risk.block(symbol, :reason, 'reconciler') as x from (
                            select symbol from market.instruments where venue = :venue
                            except select symbol from market.blocked_symbols) free""").with("venue", venue).with("reason", reason));
    }

    @Override
    public void publish(Account account, Findings findings, long nowMs) {
        sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component, :status)
                        on conflict (component) do update set status = excluded.status, as_of = now()""")
                .with("component", component)
                .withJson("status", json(account, findings, nowMs).toString()));
    }

    private static ObjectNode json(Account account, Findings findings, long nowMs) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("account", account.name());
        status.put("market_time_ms", nowMs);
        status.put("clean", findings.clean());
        status.put("checked", findings.checked());
        status.put("changed", findings.changed());
        status.put("unknown_orders", findings.unknown());
        ArrayNode strangers = status.putArray("external_orders");
        findings.strangers().forEach(strangers::add);
        ArrayNode mismatches = status.putArray("position_mismatches");
        findings.mismatches()
                .forEach(mismatch -> mismatches
                        .addObject()
                        .put("symbol", mismatch.symbol().name())
                        .put("desk", mismatch.atDesk())
                        .put("venue", mismatch.atVenue()));
        ArrayNode bookErrors = status.putArray("book_errors");
        findings.bookErrors()
                .forEach(error -> bookErrors
                        .addObject()
                        .put("symbol", error.symbol().name())
                        .put("booked", error.booked().inWords())
                        .put("fills_make", error.folded().inWords()));
        ArrayNode unreadable = status.putArray("unreadable");
        findings.unreadable().forEach(unreadable::add);
        return status;
    }
}
