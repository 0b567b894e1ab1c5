package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.risk.EntryDemand;
import dev.sextant.domain.risk.GuardCondition;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.platform.orders.SqlRiskPictures;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules as the database judges them, beside the same rules in code, on generated accounts. */
class RulesTwinTest {

    private static final int ACCOUNTS = 500;
    private static final List<String> EVERY_RULE = List.of(
            "balance",
            "data_stale",
            "expired",
            "halted",
            "killed",
            "mark_stale",
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
            "symbol_blocked",
            "unrealised_loss",
            "venue_halted",
            "venue_silent");
    private static final List<String> EVERY_CONDITION =
            Stream.of(GuardCondition.values()).map(GuardCondition::wireName).toList();

    private final OrderDesk desk = new OrderDesk();
    private final Random random = new Random(5);
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> held = new TreeSet<>();
    private final OrderIntent open = desk.entry("0.2");

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
            assertEquals(guardInDatabase(demand, nowMs), guardInCode(picture, demand, nowMs), "account " + i);
            exitsPass(i);
        }
        assertEquals(
                EVERY_CONDITION, EVERY_CONDITION.stream().filter(held::contains).toList(), "each held at least once");
        assertEquals(EVERY_RULE, List.copyOf(seen.keySet()), "every rule refused at least once: " + seen);
        assertTrue(seen.getOrDefault("none", 0) > ACCOUNTS / 20, "enough demands pass: " + seen);
    }

    /** A position at two prices, one entry on its way, one that was refused. */
    private void held() {
        desk.fill(open, "1", "61800.3", "3", T0 - 90_000);
        desk.sql.update(Sql.of("update execution.trades set symbol = 'ETHUSDT'"));
        desk.sql.update(Sql.of("update portfolio.positions set symbol = 'ETHUSDT'"));
        desk.sql.update(Sql.of(
                "update execution.orders set symbol = 'ETHUSDT', created_at = created_at - interval '30 seconds'"));
        desk.sql.update(Sql.of("""
                insert into market.agg_trades_meta
                select 'ETHUSDT', 1, now(), 61800, 1, now(), 1, watermark_at, 1, now() from market.agg_trades_meta"""));
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
        shakeSurroundings();
        desk.sql.update(Sql.of("delete from ops.private_streams"));
        if (rarely()) {
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

    /** What the guard looks at beside the limits of an order. */
    private void shakeSurroundings() {
        desk.sql.update(Sql.of("""
                        update risk.accounts set risk_day = '2024-08-08', day_pnl_r = :day, consecutive_losses = :losses,
                            max_unrealised_loss_r = 2.5, hold_alert_ms = :hold, venue_halt = nullif(:refusal, '')""")
                .with("refusal", rarely() ? "-2015 Invalid API-key" : "")
                .with("day", BigDecimal.valueOf(-random.nextInt(6_000_000), 6))
                .with("losses", (long) random.nextInt(5))
                .with("hold", 90_000L + random.nextInt(60_000)));
        desk.sql.update(Sql.of("""
                        insert into risk.venue_contacts values
                            ('paper-main', ops.ts(:first), ops.ts(:reached), ops.ts(:first), null)
                        on conflict (account) do update set reached_at = excluded.reached_at""")
                .with("first", T0 - 100_000)
                .withNullable("reached", rarely() ? null : Long.valueOf(T0 - random.nextInt(30_000) + 30_000)));
        desk.sql.update(Sql.of("""
                        insert into market.clock_offsets values ('test', :offset, now())
                        on conflict (component) do update set offset_ms = excluded.offset_ms, measured_at = now()""").with("offset", random.nextInt(2_400) - 1_200L));
        desk.sql.update(Sql.of("""
                        update market.agg_trades_meta set last_price = :price, watermark_at = ops.ts(:at)
                        where symbol = 'ETHUSDT'""")
                .with("price", BigDecimal.valueOf(616_500_000 + random.nextInt(3_000_000), 4))
                .with("at", T0 + 60_000 - (rarely() ? 200_000 : 0)));
        desk.sql.update(Sql.of("""
                        update execution.orders set unknown_since = ops.ts(:since),
                            state = case when :doubt then 'UNKNOWN' else 'PARTIALLY_FILLED' end
                        where symbol = 'BTCUSDT' and filled_qty = 0.1""").with("since", T0 - random.nextInt(120_000)).with("doubt", rarely()));
    }

    /** Whatever state the account is in, an order that reduces exposure is reserved and granted. */
    private void exitsPass(int round) {
        OrderIntent exit = desk.exit(open, Purpose.STOP, "round-" + round, "0.001", "61000");
        assertInstanceOf(Reservation.Approved.class, desk.reserve(exit));
        assertInstanceOf(Claim.Granted.class, desk.claim(exit, "t-" + round));
    }

    private String guardInCode(RiskPicture picture, EntryDemand demand, long nowMs) {
        return picture.guard(demand.strategy(), demand.symbol(), nowMs).findings().stream()
                .peek(finding -> held.add(finding.condition().wireName()))
                .map(finding -> finding.condition().wireName() + " "
                        + finding.condition().scope().wireName() + " "
                        + finding.condition().state() + ": " + finding.text())
                .collect(Collectors.joining("\n"));
    }

    private String guardInDatabase(EntryDemand demand, long nowMs) {
        return desk
                .sql
                .query(Sql.of("""
                                select condition || ' ' || scope || ' ' || state || ': ' || told as x
                                from risk.guard(:account, :strategy, :symbol, ops.ts(:now)) order by rank""")
                        .with("account", ACCOUNT.name())
                        .with("strategy", demand.strategy())
                        .with("symbol", demand.symbol().name())
                        .with("now", nowMs))
                .stream()
                .map(row -> row.text("x"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theTableOfConditionsIsTheOneInCode() {
        assertEquals(
                Stream.of(GuardCondition.values())
                        .map(condition -> rankOf(condition) + " " + condition.wireName() + " "
                                + condition.scope().wireName() + " " + condition.state() + " " + condition.meaning())
                        .toList(),
                desk.sql.query(Sql.of("""
                                select concat_ws(' ', rank, condition, scope, state, meaning) as x
                                from risk.guard_conditions order by rank""")).stream().map(row -> row.text("x")).toList());
    }

    private static int rankOf(GuardCondition condition) {
        return List.of(GuardCondition.values()).indexOf(condition) + 1;
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
