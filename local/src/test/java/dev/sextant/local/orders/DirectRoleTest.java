package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the direct lane may not do with its login. That it may do all it has to is in {@link PlanRunnerTest}. */
class DirectRoleTest {

    private final PlanDesk desk = new PlanDesk();
    private final SqlClient direct = desk.sqlAs("direct");
    private final SqlPlanStore plans = new SqlPlanStore(direct);
    private final SqlOrderStore orders = new SqlOrderStore(direct);
    private CyclePlan streamed;

    @BeforeEach
    void aPlanOfTheOtherLaneIsUnderWay() {
        desk.sql("update strategy.strategies set lane = 'stream' where name = 'tri'");
        streamed = desk.streamed("seen-1");
        assertInstanceOf(Reserved.Approved.class, desk.begin(streamed, "token-1"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static void refused(Executable step) {
        Throwable refusal = assertThrows(RuntimeException.class, step);
        assertTrue(String.valueOf(refusal.getMessage()).contains("permission denied"), refusal::toString);
    }

    @Test
    void aPlanOfTheStreamLaneIsNotItsBusiness() {
        LegIntent first = LegIntent.first(streamed);
        ClaimRequest claim = desk.claim(first.id(), "token-2");
        refused(() -> plans.reserve(desk.streamed("seen-2"), claim, "test", OrderDesk.T0));
        refused(() -> plans.reserveLeg(LegIntent.of(streamed, desk.secondLeg(streamed)), claim, "test", OrderDesk.T0));
        refused(() ->
                plans.end(streamed.planId(), new PlanStep.End(PlanOutcome.MISSED, "not ours"), "test", OrderDesk.T0));
        refused(() -> orders.claim(claim));
        refused(() -> orders.report(told(first.id())));
        assertEquals("RUNNING", desk.one("select state as x from execution.plans"));
        assertEquals(List.of(), plans.live(PlanDesk.ACCOUNT), "nor does it see it");
    }

    @Test
    void noOrderOfTheDeskIsItsBusiness() {
        OrderDesk beside = desk.beside();
        OrderIntent entry = beside.entry("0.01");
        refused(() -> orders.reserve(entry, "test", OrderDesk.T0));
        beside.reserve(entry);
        refused(() -> orders.claim(new ClaimRequest(entry.id(), "token", OrderDesk.T0, OrderDesk.T0, 0, "test")));
        refused(() -> orders.report(told(entry.id())));
        refused(() -> orders.requestCancel(entry.id(), "test", "not ours", OrderDesk.T0));
        assertEquals("APPROVED", beside.state(entry));
    }

    private static OrderReport told(IntentId id) {
        return OrderReport.of(id, "test", OrderTrigger.VENUE_CANCELED, null, "not ours", OrderDesk.T0);
    }

    @Test
    void aRehearsalLeavesNothingBehindAndNobodyElseMayHaveOne() {
        desk.sql("update strategy.strategies set lane = 'direct' where name = 'tri'");
        CyclePlan plan = desk.other("seen-2");
        ClaimRequest claim = desk.claim(LegIntent.first(plan).id(), "token-3");
        desk.sql("update risk.accounts set max_positions = 2, max_total_notional = 20000");
        String before = books();
        plans.rehearse(plan, claim, "test", OrderDesk.T0);
        assertEquals(before, books());
        assertInstanceOf(Reserved.Approved.class, plans.reserve(plan, claim, "test", OrderDesk.T0), "the way is free");
        refused(() -> desk.plans.rehearse(plan, claim, "test", OrderDesk.T0));
    }

    private String books() {
        return desk.one("""
                select concat_ws(' ', (select count(*) from execution.plans), (select count(*) from execution.orders),
                    (select count(*) from execution.order_events), (select count(*) from ops.audit),
                    (select string_agg(seq || hash, ' ' order by account) from ops.audit_heads)) as x""");
    }

    @Test
    void onlyKrakensInstrumentsAndItsOwnStatusAreItsToWrite() {
        Instrument pair = new Instrument(
                new Symbol("BTCUSDT"),
                "BTC",
                "USDT",
                true,
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal("1000"),
                new BigDecimal("5"));
        assertThrows(RuntimeException.class, () -> new SqlInstruments(direct, "BINANCE").save(pair, OrderDesk.T0));
        assertEquals("120", desk.one("select ops.dec(max_qty) as x from market.instruments where venue = 'BINANCE'"));
        new SqlInstruments(direct, "KRAKEN").save(pair, OrderDesk.T0);
        assertEquals(
                "1000",
                desk.one(
                        "select ops.dec(max_qty) as x from market.instruments where symbol = 'BTCUSDT' and venue = 'KRAKEN'"));
        assertThrows(
                RuntimeException.class,
                () -> direct.update(
                        Sql.of(
                                "insert into ops.component_status (component, status) values ('reconciler', '{\"clean\": true}')")));
        assertEquals(
                1,
                direct.update(Sql.of("insert into ops.component_status (component, status) values ('kraken', '{}')")));
    }

    @Test
    void itWritesNoBookByHandAndReadsNoSecret() {
        refused(() -> direct.update(Sql.of("update execution.plans set state = 'RUNNING'")));
        refused(() -> direct.update(Sql.of("update risk.control set kill_level = 'none'")));
        refused(() -> direct.update(Sql.of("update risk.accounts set risk_per_trade = 1000")));
        refused(() -> direct.update(Sql.of("insert into portfolio.balances values ('kraken-paper', 'USD', 1, now())")));
        refused(() -> direct.query(Sql.of("select count(*) as x from ops.private_streams")));
        refused(() -> direct.query(Sql.of("select count(*) as x from ops.nonces")));
        refused(() -> direct.call(Sql.of("select ops.listen_key('paper-main') as x")));
        refused(() -> direct.call(
                Sql.of("select execution.clear_plan_once('k', 'h', 'p', 'because', 'somebody')::text as x")));
        assertFalse(desk.one("select kill_level as x from risk.control where account = 'kraken-paper'")
                .isEmpty());
    }
}
