package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.risk.EntryDemand;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.platform.orders.SqlRiskPictures;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules as the database judges them, beside the same rules in code, on generated accounts. */
class RulesTwinTest {

    private static final int ACCOUNTS = 400;
    private static final List<String> EVERY_RULE = List.of(
            "balance",
            "data_stale",
            "expired",
            "halted",
            "killed",
            "max_positions",
            "max_symbol_notional",
            "max_total_notional",
            "none",
            "orders_per_minute",
            "paused",
            "position_open",
            "recovering",
            "strategy_stopped",
            "stream_stale",
            "symbol_blocked");

    private final OrderDesk desk = new OrderDesk();
    private final Random random = new Random(5);
    private final Map<String, Integer> seen = new TreeMap<>();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyRuleSaysTheSameInBoth() {
        held();
        for (int i = 0; i < ACCOUNTS; i++) {
            shake();
            long nowMs = T0 + random.nextInt(120_000) - 60_000;
            EntryDemand demand = demand(nowMs);
            RiskPicture picture = new SqlRiskPictures(desk.sql)
                    .at(ACCOUNT, nowMs)
                    .orElseThrow()
                    .picture();
            String inCode = picture.refusal(demand, nowMs)
                    .map(refusal -> refusal.code() + ": " + refusal.reason())
                    .orElse("none");
            assertEquals(inDatabase(demand, nowMs), inCode, "account " + i);
            seen.merge(inCode.replaceAll(":.*", ""), 1, Integer::sum);
        }
        assertEquals(EVERY_RULE, List.copyOf(seen.keySet()), "every rule refused at least once: " + seen);
        assertTrue(seen.getOrDefault("none", 0) > ACCOUNTS / 20, "enough demands pass: " + seen);
    }

    /** A position at two prices, one entry on its way, one that was refused. */
    private void held() {
        desk.fill(desk.entry("0.2"), "1", "61800.3", "3", T0 - 90_000);
        desk.sql.update(Sql.of("update execution.trades set symbol = 'ETHUSDT'"));
        desk.sql.update(Sql.of("update portfolio.positions set symbol = 'ETHUSDT'"));
        desk.sql.update(Sql.of(
                "update execution.orders set symbol = 'ETHUSDT', created_at = created_at - interval '30 seconds'"));
        OrderIntent onItsWay = desk.entry("0.3");
        desk.reserve(onItsWay);
        desk.claim(onItsWay, "t");
        desk.report(
                onItsWay,
                OrderTrigger.VENUE_PARTIAL,
                "0.1",
                T0,
                desk.execution(onItsWay, "2", "61790.7", "0.1", "1", T0));
        desk.reserve(desk.entry("0.1"));
    }

    private void shake() {
        desk.sql.update(Sql.of("""
                update risk.control set kill_level = :level""").with("level", mostly("none", "entries", "flatten")));
        desk.sql.update(Sql.of("""
                        update risk.accounts set halted = :halted, halt_reason = :why, pause_reason = '5 losses in a row',
                            paused_until = ops.ts(:until), max_positions = :positions, max_symbol_notional = :symbol,
                            max_total_notional = :total, max_orders_per_minute = :orders, max_data_age_ms = :age""")
                .with("halted", rarely())
                .with("why", "daily loss")
                .with("until", rarely() ? T0 + 3_600_000 : T0 - 3_600_000)
                .with("positions", 2L + random.nextInt(3))
                .with("symbol", BigDecimal.valueOf(20_000 + random.nextInt(60_000)))
                .with("total", BigDecimal.valueOf(40_000 + random.nextInt(80_000)))
                .with("orders", 1L + random.nextInt(6))
                .with("age", 30_000L + random.nextInt(120_000)));
        desk.sql.update(Sql.of("update portfolio.balances set amount = :amount")
                .with("amount", BigDecimal.valueOf(random.nextInt(500), 1)));
        desk.sql.update(Sql.of("update ops.sessions set state = :state")
                .with("state", mostly("HEALTHY", "RECOVERING", "ENDED")));
        desk.sql.update(Sql.of("update strategy.strategies set state = :state")
                .with("state", mostly("RUNNING", "STOPPED", "STOPPED")));
        desk.sql.update(Sql.of("delete from ops.private_streams"));
        if (random.nextInt(3) > 0) {
            desk.sql.update(Sql.of("""
                            insert into ops.private_streams (account, expected_since, alive_at)
                            values ('paper-main', ops.ts(:since), ops.ts(nullif(:alive, 0)))""")
                    .with("since", T0 - 10_000L - random.nextInt(100_000))
                    .with("alive", random.nextBoolean() ? 0 : T0 + random.nextInt(60_000)));
        }
        desk.sql.update(Sql.of("delete from market.blocked_symbols"));
        if (rarely()) {
            desk.sql.update(
                    Sql.of("insert into market.blocked_symbols (symbol, reason) values ('SOLUSDT', 'by hand')"));
        }
    }

    private EntryDemand demand(long nowMs) {
        String symbol = rarely() ? "BTCUSDT" : rarely() ? "ETHUSDT" : "SOLUSDT";
        desk.sql.update(Sql.of("""
                        insert into market.agg_trades_meta values (:symbol, 1, now(), 61800, 1, now(), 1, ops.ts(:at), 1, now())
                        on conflict (symbol) do update set watermark_at = ops.ts(:at)""").with("symbol", symbol).with("at", nowMs - random.nextInt(60_000)));
        return new EntryDemand(
                rarely() ? "nobody" : "demo",
                new Symbol(symbol),
                BigDecimal.valueOf(random.nextInt(4_000_000), 2),
                BigDecimal.valueOf(random.nextInt(100), 1),
                rarely() ? nowMs - 1 : Long.valueOf(nowMs + random.nextInt(15_000)));
    }

    private String inDatabase(EntryDemand demand, long nowMs) {
        String document = JsonNodeFactory.instance
                .objectNode()
                .put("account", ACCOUNT.name())
                .put("symbol", demand.symbol().name())
                .put("qty", E8.printDecimal(demand.notional()))
                .put("reference_price", "1")
                .put("risk", E8.printDecimal(demand.risk()))
                .toString();
        return desk.one(Sql.of("""
                        select coalesce(refusal->>'code' || ': ' || (refusal->>'text'), 'none') as x
                        from (select coalesce(
                            execution.entry_refusal(:account, :strategy, :symbol, ops.ts(:expires), ops.ts(:now)),
                            execution.limit_refusal(:p::jsonb, ops.ts(:now))) as refusal) judged""")
                .with("account", ACCOUNT.name())
                .with("strategy", demand.strategy())
                .with("symbol", demand.symbol().name())
                .with("expires", Objects.requireNonNull(demand.expiresAtMs()))
                .with("now", nowMs)
                .with("p", document));
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    private String mostly(String usual, String one, String other) {
        return rarely() ? random.nextBoolean() ? one : other : usual;
    }
}
