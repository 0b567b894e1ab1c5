package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import dev.sextant.platform.sql.SqlUnknownException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@link OrderStore} over the functions of migration V005; one round trip a step. */
public final class SqlOrderStore implements OrderStore {

    private final SqlClient sql;

    public SqlOrderStore(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        JsonNode answer = call(Sql.of("select execution.reserve(:p::jsonb)::text as answer")
                .withJson("p", OrderJson.intent(intent, source, nowMs).toString()));
        IntentId id = new IntentId(answer.get("intent_id").textValue());
        return switch (answer.get("result").textValue()) {
            case "approved" -> new Reservation.Approved(id);
            case "refused" ->
                new Reservation.Refused(
                        id, answer.get("code").textValue(), answer.get("text").textValue());
            case "exists" ->
                new Reservation.Exists(
                        id, OrderState.valueOf(answer.get("state").textValue()));
            default -> throw new IllegalStateException("reserve answered " + answer);
        };
    }

    @Override
    public Claim claim(ClaimRequest request) {
        JsonNode answer = call(Sql.of("select execution.claim(:p::jsonb)::text as answer")
                .withJson("p", OrderJson.claim(request).toString()));
        return OrderJson.claimed(answer);
    }

    @Override
    public Reported report(OrderReport report) {
        JsonNode answer = call(Sql.of("select execution.report(:p::jsonb)::text as answer")
                .withJson("p", OrderJson.report(report).toString()));
        return new Reported(
                OrderState.valueOf(answer.get("state").textValue()),
                answer.get("version").longValue(),
                answer.get("changed").booleanValue(),
                answer.get("new_fills").intValue(),
                answer.get("trade_closed").booleanValue());
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        Sql call = Sql.of("select execution.request_cancel(:id, :at, :source, :why)::text as answer")
                .with("id", id.hex())
                .with("at", nowMs)
                .with("source", source)
                .with("why", why);
        return call(call).booleanValue();
    }

    @Override
    public int countNotFound(IntentId id) {
        return call(Sql.of("select execution.count_not_found(:id)::text as answer")
                        .with("id", id.hex()))
                .intValue();
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        Sql query = Sql.of("""
                        select intent_id from execution.orders
                        where account = :account and state = 'APPROVED' and not execution.is_final(state)
                          and (created_at <= ops.ts(:older) or created_at > ops.ts(:older) + interval '1 minute')
                        order by ordinal limit 100""").with("account", account.name()).with("older", olderThanMs);
        return attempt(() -> sql.query(query)).stream()
                .map(row -> new IntentId(row.text("intent_id")))
                .toList();
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        Sql query = Sql.of("""
                        select execution.order_json(o)::text as answer from execution.orders o
                        where account = :account and not execution.is_final(state) and state <> 'APPROVED'
                        order by ordinal limit 500""").with("account", account.name());
        return attempt(() -> sql.query(query)).stream()
                .map(row -> OrderJson.storedOrder(OrderJson.parse(row.text("answer"))))
                .toList();
    }

    @Override
    public boolean cancelsEntries(Account account) {
        Sql query = Sql.of("select risk.cancels_entries(:account) as answer").with("account", account.name());
        return attempt(() -> sql.query(query)).getFirst().bool("answer");
    }

    /** Of many closes that failed the newest five are enough: a row of the Data API holds 64 KB, some 50 orders. */
    @Override
    public List<OpenTrade> openTrades(Account account) {
        Sql query = Sql.of("""
                        select jsonb_build_object(
                            'trade_id', t.trade_id, 'account', t.account, 'symbol', t.symbol, 'plan', t.plan,
                            'opened', ops.dec(t.qty_opened), 'opened_quote', ops.dec(t.cost_opened),
                            'closed', ops.dec(t.qty_closed), 'tp1_hit', t.tp1_hit,
                            'first_fill_ms', ops.ms(t.first_fill_at), 'protected_ms', ops.ms(t.protected_at),
                            'close_demand', risk.close_demand(t.account),
                            'last_entry_fill', (select f.venue_trade_id from execution.fills f
                                where f.intent_id = t.trade_id order by f.filled_at desc, f.venue_trade_id desc limit 1),
                            'orders', (select jsonb_agg(execution.order_json(o) order by o.ordinal)
                                from execution.orders o where o.trade_id = t.trade_id
                                  and (o.purpose <> 'CLOSE' or o.state in ('OPEN', 'PARTIALLY_FILLED')
                                    or o.ordinal in (select c.ordinal from execution.orders c
                                        where c.trade_id = t.trade_id and c.purpose = 'CLOSE'
                                        order by c.ordinal desc limit 5))))::text as answer
                        from execution.trades t
                        where t.account = :account and t.closed_at is null and t.qty_opened > 0
                        order by t.opened_at, t.trade_id limit 50""").with("account", account.name());
        return attempt(() -> sql.query(query)).stream()
                .map(row -> openTrade(OrderJson.parse(row.text("answer"))))
                .toList();
    }

    /**
     * An intent by what a message of the private stream says of its order; called by the reconciler.
     *
     * @param executorId the venue's id of the regular order, which after a trigger is not under our own id
     */
    public Optional<StoredOrder> ofVenue(Account account, Symbol symbol, String clientOrderId, String executorId) {
        Sql query = Sql.of(
                        "select execution.order_of_venue(:account, :symbol, :client_id, :executor_id)::text as answer")
                .with("account", account.name())
                .with("symbol", symbol.name())
                .with("client_id", clientOrderId)
                .with("executor_id", executorId);
        return Optional.ofNullable(attempt(() -> sql.query(query)).getFirst().textOrNull("answer"))
                .map(json -> OrderJson.storedOrder(OrderJson.parse(json)));
    }

    /**
     * Books an order that the venue executed without us: reserved, claimed and reported in one step, so that nobody can send
     * it. Called by the reconciler.
     *
     * @param wanted the row of {@code ops.adoptions_wanted} it answers
     * @return why not, or empty when it is booked
     */
    public Optional<String> adopt(OrderIntent intent, String token, OrderReport report, JsonNode wanted) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("token", token);
        document.set("intent", OrderJson.intent(intent, report.source(), report.atMs()));
        document.set("report", OrderJson.report(report));
        document.set("wanted", wanted);
        JsonNode answer =
                call(Sql.of("select execution.adopt(:p::jsonb)::text as answer").withJson("p", document.toString()));
        return answer.get("adopted").booleanValue()
                ? Optional.empty()
                : Optional.of(answer.get("text").textValue());
    }

    private static OpenTrade openTrade(JsonNode t) {
        List<StoredOrder> orders = new ArrayList<>();
        t.get("orders").forEach(order -> orders.add(OrderJson.storedOrder(order)));
        return new OpenTrade(
                t.get("trade_id").textValue(),
                new Account(t.get("account").textValue()),
                new Symbol(t.get("symbol").textValue()),
                OrderJson.plan(t.get("plan")),
                Quantity.of(t.get("opened").textValue()),
                new BigDecimal(t.get("opened_quote").textValue()),
                Quantity.of(t.get("closed").textValue()),
                t.get("tp1_hit").booleanValue(),
                t.get("last_entry_fill").textValue(),
                t.get("first_fill_ms").longValue(),
                OrderJson.longOrNull(t, "protected_ms"),
                t.get("close_demand").textValue(),
                orders);
    }

    private JsonNode call(Sql function) {
        return OrderJson.parse(
                attempt(() -> sql.withoutRetry().callOne(function)).text("answer"));
    }

    /** A step of the database as the store's own: what failed, and whether it may have happened. */
    static <T> T attempt(Supplier<T> step) {
        try {
            return step.get();
        } catch (SqlException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e instanceof SqlUnknownException, e);
        }
    }
}
