package dev.sextant.local.orders;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.Side;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migrated database with one account, one running strategy, fresh data and a healthy session. */
final class OrderDesk implements AutoCloseable {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long T0 = 1_723_161_300_000L;
    private static final long BUCKET_MS = 15_000;

    private final DataApiServer server;
    private final DataApi api;
    final SqlClient sql;
    final SqlOrderStore orders;
    private int trades;

    OrderDesk() {
        try {
            server = DataApiServer.start(
                    SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> T0, Limits.AWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        orders = new SqlOrderStore(sql);
        setUp();
    }

    private void setUp() {
        sql.update(Sql.of("""
                        insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                            max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                            loss_pause_ms, max_data_age_ms, start_balance)
                        values ('paper-main', 'paper', 'USDT', 20, 4, 50000, 100000, 100, 5, 5, 3600000, 30000, 10000)"""));
        sql.update(Sql.of(
                "insert into risk.control (account, changed_by, changed_at) values ('paper-main', 'test', now())"));
        sql.update(Sql.of("insert into portfolio.balances values ('paper-main', 'USDT', 10000, now())"));
        sql.update(Sql.of("insert into ops.sessions (state) values ('HEALTHY')"));
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values ('demo', '1', 'demo@1#00000000', 'stream', '{}', 'RUNNING', now())"""));
        sql.update(Sql.of("""
                        insert into market.instruments values
                            ('BINANCE', 'BTCUSDT', 'BTC', 'USDT', true, 0.1, 0.001, 0.001, 120, 50, 1, now())"""));
        freshData(T0 + 86_400_000);
    }

    /** The database as one part of the desk sees it. */
    SqlClient sqlAs(String part) {
        return new SqlClient(api.to(DatabaseAddress.localAs(part)));
    }

    /** Says that trades are complete up to a time. */
    void freshData(long watermarkMs) {
        sql.update(Sql.of("""
                        insert into market.agg_trades_meta values
                            ('BTCUSDT', 1, now(), 61800, 1, now(), 1, ops.ts(:at), 1, now())
                        on conflict (symbol) do update set watermark_at = ops.ts(:at)""").with("at", watermarkMs));
    }

    /** A long entry of a new trade: quantity at a reference of 61,800 with a stop 40 away. */
    OrderIntent entry(String quantity) {
        String signal = "signal-" + trades++;
        long bucketMs = T0 - BUCKET_MS * trades;
        IntentId id = IntentId.derive(ACCOUNT, "demo@1#00000000", signal, 0, Purpose.ENTRY, signal);
        return intent(id, id.hex(), Purpose.ENTRY, signal, Side.BUY, OrderType.MARKET, quantity, null, bucketMs);
    }

    /** An exit of a trade. */
    OrderIntent exit(OrderIntent entry, Purpose purpose, String cause, String quantity, @Nullable String trigger) {
        IntentId id = IntentId.derive(ACCOUNT, "demo@1#00000000", entry.tradeId(), 0, purpose, cause);
        OrderType type = trigger == null
                ? OrderType.MARKET
                : purpose == Purpose.STOP ? OrderType.STOP_MARKET : OrderType.TAKE_PROFIT_MARKET;
        return intent(id, entry.tradeId(), purpose, cause, Side.SELL, type, quantity, trigger, null);
    }

    private static OrderIntent intent(
            IntentId id,
            String tradeId,
            Purpose purpose,
            String cause,
            Side side,
            OrderType type,
            String quantity,
            @Nullable String trigger,
            @Nullable Long bucketMs) {
        boolean entry = purpose == Purpose.ENTRY;
        OrderRequest request = new OrderRequest(
                BTC,
                id.clientOrderId(),
                side,
                type,
                Quantity.of(quantity),
                trigger == null ? null : Price.of(trigger),
                !entry);
        EntryPlan plan = new EntryPlan(
                Direction.LONG,
                Tier.STANDARD,
                88,
                new BigDecimal("61800"),
                new BigDecimal("30"),
                new BigDecimal("40"),
                new BigDecimal("30"),
                new BigDecimal("60"),
                new BigDecimal("0.5"),
                T0 - 500,
                4_200_000);
        return new OrderIntent(
                id,
                ACCOUNT,
                "BINANCE",
                "demo",
                "demo@1#00000000",
                cause,
                null,
                tradeId,
                purpose,
                cause,
                request,
                new BigDecimal("61800"),
                entry ? new BigDecimal("40").multiply(new BigDecimal(quantity)) : BigDecimal.ZERO,
                bucketMs,
                entry ? T0 + 15_000 : null,
                plan);
    }

    Reservation reserve(OrderIntent intent) {
        return orders.reserve(intent, "risk-check", T0);
    }

    Claim claim(OrderIntent intent, String token) {
        return claim(intent, token, T0);
    }

    Claim claim(OrderIntent intent, String token, long nowMs) {
        return orders.claim(new ClaimRequest(intent.id(), token, nowMs, nowMs, 0, "order-placer"));
    }

    /** Reserves, claims and fills an intent at one price with a fee. */
    Reported fill(OrderIntent intent, String tradeId, String price, String fee, long atMs) {
        reserve(intent);
        claim(intent, "token-" + tradeId);
        return report(
                intent,
                OrderTrigger.VENUE_FILLED,
                intent.request().quantity().toString(),
                atMs,
                execution(intent, tradeId, price, intent.request().quantity().toString(), fee, atMs));
    }

    Reported report(OrderIntent intent, @Nullable OrderTrigger trigger, String venueFilled, long atMs, Fill... fills) {
        return orders.report(new OrderReport(
                intent.id(),
                "test",
                trigger,
                "v-" + intent.id().hex().substring(0, 8),
                null,
                Quantity.of(venueFilled),
                List.of(fills),
                null,
                null,
                atMs));
    }

    Fill execution(OrderIntent intent, String tradeId, String price, String quantity, String fee, long atMs) {
        return new Fill(
                BTC,
                tradeId,
                "v",
                intent.request().side(),
                Price.of(price),
                Quantity.of(quantity),
                new BigDecimal(fee),
                "USDT",
                false,
                atMs);
    }

    /** One text value of the database. */
    String one(Sql query) {
        return String.valueOf(sql.query(query).getFirst().textOrNull("x"));
    }

    String state(OrderIntent intent) {
        return one(Sql.of("select state as x from execution.orders where intent_id = :id")
                .with("id", intent.id().hex()));
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
