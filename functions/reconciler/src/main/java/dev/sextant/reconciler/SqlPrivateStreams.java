package dev.sextant.reconciler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** {@link PrivateStreams} over the functions of migration V016. */
final class SqlPrivateStreams implements PrivateStreams {

    private static final JsonMapper JSON = new JsonMapper();

    private final SqlClient sql;
    private final SqlOrderStore orders;

    SqlPrivateStreams(SqlClient sql) {
        this.sql = sql;
        this.orders = new SqlOrderStore(sql);
    }

    @Override
    public void expect(Account account, long nowMs) {
        sql.callOne(Sql.of("select ops.expect_private_stream(:account, ops.ts(:now)) as x")
                .with("account", account.name())
                .with("now", nowMs));
    }

    @Override
    public KeyState keyState(Account account, long nowMs) {
        JsonNode state = parsed(sql.callOne(Sql.of("select ops.listen_key_state(:account, ops.ts(:now))::text as x")
                        .with("account", account.name())
                        .with("now", nowMs))
                .text("x"));
        return new KeyState(
                state.path("key").textValue(),
                state.path("kept_ms").longValue(),
                state.path("left_ms").longValue(),
                state.path("silent_ms").longValue());
    }

    @Override
    public void keep(Account account, String key, long validMs) {
        sql.call(Sql.of("select ops.keep_listen_key(:account, :key, :valid)::text as x")
                .with("account", account.name())
                .with("key", key)
                .with("valid", validMs));
    }

    @Override
    public void drop(Account account, String key) {
        sql.call(Sql.of("select ops.drop_listen_key(:account, :key)::text as x")
                .with("account", account.name())
                .with("key", key));
    }

    @Override
    public void alive(Account account, long atMs) {
        sql.call(Sql.of("select ops.private_stream_alive(:account, ops.ts(:at))::text as x")
                .with("account", account.name())
                .with("at", atMs));
    }

    @Override
    public Optional<StoredOrder> orderOf(Account account, Symbol symbol, String clientOrderId, String venueOrderId) {
        return orders.ofVenue(account, symbol, clientOrderId, venueOrderId);
    }

    @Override
    public long bookedToMs(Account account, Symbol symbol) {
        return sql.query(Sql.of("""
                        select coalesce(max(ops.ms(as_of)), 0)::bigint as x from portfolio.positions
                        where account = :account and symbol = :symbol""").with("account", account.name()).with("symbol", symbol.name()))
                .getFirst()
                .longValue("x");
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered something else than JSON", e);
        }
    }
}
