package dev.sextant.local.storemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.placer.PlacerPorts;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.Portfolio;
import dev.sextant.reconciler.PrivateStreams;
import dev.sextant.reconciler.ReconcilerPorts;
import dev.sextant.reconciler.SqlAdoptions;
import dev.sextant.reconciler.Stranger;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Postgres, through the classes the functions use and the Data API; safe for use by many threads. */
final class PostgresSide implements Side {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlClient sql;
    private final OrderStore orders;
    private final Portfolio portfolio;
    private final PrivateStreams streams;
    private final Adoptions adoptions;
    private final DatabaseLines lines;

    PostgresSide(SqlClient sql) {
        this.sql = sql;
        this.orders = new SqlOrderStore(sql);
        this.portfolio = ReconcilerPorts.portfolio(sql);
        this.streams = ReconcilerPorts.streams(sql);
        this.adoptions = new SqlAdoptions(sql, () -> ModelAdoptions.TOKEN);
        this.lines = new DatabaseLines(sql);
    }

    @Override
    public OrderStore orders(Account account) {
        return orders;
    }

    @Override
    public String kill(Account account, KillSwitch.Level level, long nowMs) {
        return command(account, object("kill").put("level", level.wireName()), nowMs);
    }

    @Override
    public String pause(Account account, int minutes, long nowMs) {
        return command(account, object("pause").put("minutes", minutes), nowMs);
    }

    @Override
    public String resume(Account account, String by, long nowMs) {
        return command(account, object("resume").put("by", by), nowMs);
    }

    private static ObjectNode object(String what) {
        return JsonNodeFactory.instance.objectNode().put("do", what).put("reason", "test");
    }

    private String command(Account account, ObjectNode command, long nowMs) {
        return result(Sql.of("select risk.command(:account, :p::jsonb, 'operator', ops.ts(:now))::text as x")
                .with("account", account.name())
                .withJson("p", command.toString())
                .with("now", nowMs));
    }

    @Override
    public String limit(Account account, long seenVersion, RiskLimits limits, long nowMs) {
        ObjectNode command = JsonNodeFactory.instance
                .objectNode()
                .put("version", seenVersion)
                .put("reason", "test");
        command.set("limits", Seeding.limits(limits));
        return result(Sql.of("select risk.set_limits(:account, :p::jsonb, 'operator', ops.ts(:now))::text as x")
                .with("account", account.name())
                .withJson("p", command.toString())
                .with("now", nowMs));
    }

    @Override
    public String run(String strategy, boolean running, long nowMs) {
        return result(Sql.of("select strategy.set_state(:name, :state, 'test', 'operator', ops.ts(:now))::text as x")
                .with("name", strategy)
                .with("state", running ? "RUNNING" : "STOPPED")
                .with("now", nowMs));
    }

    @Override
    public void block(Symbol symbol, String reason) {
        portfolio.block(symbol, reason);
    }

    @Override
    public String unblock(Account account, Symbol symbol, long nowMs) {
        return result(Sql.of("select risk.unblock(:account, :symbol, 'test', 'operator', ops.ts(:now))::text as x")
                .with("account", account.name())
                .with("symbol", symbol.name())
                .with("now", nowMs));
    }

    private String result(Sql call) {
        String answer = sql.withoutRetry().callOne(call).text("x");
        try {
            return JSON.readTree(answer).get("result").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered " + answer, e);
        }
    }

    @Override
    public void publish(Account account, Findings findings, long nowMs) {
        portfolio.publish(account, findings, nowMs);
    }

    @Override
    public String watch(Account account, boolean reached, long nowMs) {
        return PlacerPorts.watch(sql, account, reached, nowMs);
    }

    @Override
    public void expectStream(Account account, long nowMs) {
        streams.expect(account, nowMs);
    }

    @Override
    public void streamAlive(Account account, long atMs) {
        streams.alive(account, atMs);
    }

    @Override
    public void deskState(String state) {
        sql.update(Sql.of("insert into ops.sessions (state) values (:state)").with("state", state));
    }

    @Override
    public void mark(Symbol symbol, BigDecimal price, long completeToMs) {
        sql.update(
                Sql.of("""
                        insert into market.agg_trades_meta values (:symbol, 1, now(), :price, 1, now(), 1, ops.ts(:at), 1, now())
                        on conflict (symbol) do update set last_price = excluded.last_price, watermark_at = excluded.watermark_at""").with("symbol", symbol.name()).with("price", price).with("at", completeToMs));
    }

    @Override
    public void filters(Instrument instrument) {
        sql.update(Sql.of("""
                        insert into market.instruments values ('BINANCE', :symbol, :base, :quote, :tradable, :tick, :step, :least,
                            :most, :notional, 1, now())
                        on conflict (venue, symbol) do update set tradable = excluded.tradable, step_size = excluded.step_size,
                            min_qty = excluded.min_qty, max_qty = excluded.max_qty""")
                .with("symbol", instrument.symbol().name())
                .with("base", instrument.baseAsset())
                .with("quote", instrument.quoteAsset())
                .with("tradable", instrument.tradable())
                .with("tick", instrument.tickSize())
                .with("step", instrument.stepSize())
                .with("least", instrument.minQty())
                .with("most", instrument.maxQty())
                .with("notional", instrument.minNotional()));
    }

    @Override
    public boolean note(Account account, VenueOrder order, Stranger kind) {
        return portfolio.noteStranger(account, order, kind);
    }

    @Override
    public String askAdoption(Account account, Symbol symbol, String venueOrderId, long nowMs) {
        ObjectNode demand = JsonNodeFactory.instance
                .objectNode()
                .put("symbol", symbol.name())
                .put("order_id", venueOrderId)
                .put("reason", "test");
        String answer = sql.withoutRetry()
                .callOne(Sql.of("select ops.ask_adoption_once(:key, 'h', :account, :p::jsonb, 'operator')::text as x")
                        .with("key", UUID.randomUUID().toString())
                        .with("account", account.name())
                        .withJson("p", demand.toString()))
                .text("x");
        return answer.contains("\"no_open_trade\"") ? "no_open_trade" : "asked";
    }

    @Override
    public Adoptions adoptions() {
        return adoptions;
    }

    @Override
    public List<String> lines(Account account) {
        return lines.of(account);
    }

    /** Rows of the audit that do not follow from the one before. */
    long brokenLinks() {
        return lines.brokenLinks();
    }

    /** Everything as it is in the beginning. */
    void reset() {
        new Seeding(sql).begin();
        World.SYMBOLS.forEach(symbol -> filters(World.instrument(symbol)));
        World.SYMBOLS.forEach(symbol -> mark(symbol, World.PRICE, World.BEGINNING_MS));
    }
}
