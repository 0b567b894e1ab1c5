package dev.sextant.local.orders;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanIds;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.UnwindRoute;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link OrderDesk} with a Kraken account of 10,000 USD, a strategy in the direct lane and four pairs. */
final class PlanDesk implements AutoCloseable {

    static final Account ACCOUNT = new Account("kraken-paper");
    private static final BigDecimal FEE = new BigDecimal("0.0026");
    private static final PairTerms BTC_USD = terms("BTC", "USD", "0.1", "0.0001", "0.0001");
    private static final PairTerms ETH_BTC = terms("ETH", "BTC", "0.00001", "0.001", "0.01");
    private static final PairTerms ETH_USD = terms("ETH", "USD", "0.01", "0.001", "0.01");
    private static final PairTerms BTC_EUR = terms("BTC", "EUR", "0.1", "0.0001", "0.0001");
    private static final PairTerms EUR_USD = terms("EUR", "USD", "0.0001", "0.01", "1");

    private final OrderDesk desk = new OrderDesk();
    private final SqlClient database = desk.sql;
    /** As that part's own role sees the database. */
    final SqlPlanStore plans;

    final SqlOrderStore orders;
    private int trades;

    PlanDesk() {
        this("placer");
    }

    /** @param part whose role carries the plans out */
    PlanDesk(String part) {
        plans = new SqlPlanStore(desk.sqlAs(part));
        orders = new SqlOrderStore(desk.sqlAs(part));
        sql("""
            insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                loss_pause_ms, max_data_age_ms, start_balance)
            values ('kraken-paper', 'paper', 'USD', 20, 1, 6000, 6000, 100, 5, 5, 3600000, 30000, 10000)""");
        sql("insert into risk.control (account, changed_by, changed_at) values ('kraken-paper', 'test', now())");
        sql("select portfolio.book('kraken-paper', 'USD', 'deposit', 'start', 10000, now())::text");
        sql("""
            insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
            values ('tri', '1', 'tri@1', 'direct', '{}', 'RUNNING', now())""");
        for (PairTerms terms : List.of(BTC_USD, ETH_BTC, ETH_USD, BTC_EUR, EUR_USD)) {
            database.update(Sql.of("""
                            insert into market.instruments values
                                ('KRAKEN', :symbol, :base, :quote, true, :tick, :step, :least, 1000000, 0, 1, now())""")
                    .with("symbol", terms.pair().name())
                    .with("base", terms.base())
                    .with("quote", terms.quote())
                    .with("tick", terms.tick())
                    .with("step", terms.step())
                    .with("least", terms.minQuantity()));
        }
        database.update(Sql.of("""
                        insert into portfolio.taker_fees select 'kraken-paper', symbol, 2600, ops.ts(:now) from market.instruments
                        where venue = 'KRAKEN'""").with("now", OrderDesk.T0));
    }

    private static PairTerms terms(String base, String quote, String tick, String step, String least) {
        return new PairTerms(
                new Symbol(base + "/" + quote),
                base,
                quote,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(least),
                BigDecimal.ZERO,
                FEE);
    }

    /** 0.1 BTC for dollars, then ether, then dollars. */
    CyclePlan plan(String opportunity) {
        return plan(
                opportunity,
                "USD>BTC>ETH>USD",
                List.of(
                        new PlanLeg(BTC_USD, Side.BUY, Quantity.of("0.1"), Price.of("50000"), 5),
                        new PlanLeg(ETH_BTC, Side.BUY, Quantity.of("1.994"), Price.of("0.05"), 9),
                        new PlanLeg(ETH_USD, Side.SELL, Quantity.of("1.994"), Price.of("2530"), 2)),
                List.of(
                        new UnwindRoute(BTC_USD, Side.SELL, Price.of("49990")),
                        new UnwindRoute(ETH_USD, Side.SELL, Price.of("2530"))));
    }

    /** The same for the stream lane. */
    CyclePlan streamed(String opportunity) {
        return streamed(opportunity, 0);
    }

    /** The same from books of later. */
    CyclePlan streamed(String opportunity, long laterMs) {
        CyclePlan p = plan(opportunity);
        return new CyclePlan(
                p.planId(),
                p.account(),
                p.venue(),
                p.strategy(),
                p.strategyVersion(),
                p.opportunityId(),
                p.cycle(),
                CyclePlan.Lane.STREAM,
                p.spend(),
                p.expectedProfit(),
                p.worstLoss(),
                p.startValue(),
                p.legs(),
                p.routes(),
                p.maxBookAgeMs(),
                p.decidedAtMs() + laterMs,
                p.expiresAtMs() + laterMs);
    }

    /** The second leg of {@link #plan} after a first one that filled whole. */
    PlanStep.Place secondLeg(CyclePlan plan) {
        PlanLeg leg = plan.legs().get(1);
        return new PlanStep.Place(
                2,
                Purpose.NEXT_LEG,
                leg.terms(),
                leg.side(),
                Quantity.of("1.994"),
                leg.limit(),
                LegIntent.first(plan).id().hex());
    }

    /** Another cycle. */
    CyclePlan other(String opportunity) {
        return small(opportunity, "USD>BTC>EUR>USD", "0.001");
    }

    /** A third one, by the same legs. */
    CyclePlan third(String opportunity) {
        return small(opportunity, "USD>BTC>EUR>USD again", "0.001");
    }

    private static CyclePlan small(String opportunity, String cycle, String btc) {
        return plan(
                opportunity,
                cycle,
                List.of(
                        new PlanLeg(BTC_USD, Side.BUY, Quantity.of(btc), Price.of("50000"), 5),
                        new PlanLeg(BTC_EUR, Side.SELL, Quantity.of(btc), Price.of("46000"), 9),
                        new PlanLeg(EUR_USD, Side.SELL, Quantity.of("45.8"), Price.of("1.1"), 2)),
                List.of(
                        new UnwindRoute(BTC_USD, Side.SELL, Price.of("49990")),
                        new UnwindRoute(EUR_USD, Side.SELL, Price.of("1.1"))));
    }

    private static CyclePlan plan(String opportunity, String cycle, List<PlanLeg> legs, List<UnwindRoute> routes) {
        PlanLeg first = legs.getFirst();
        BigDecimal spend = first.quantity().notionalAt(first.limit()).multiply(BigDecimal.ONE.add(FEE));
        return new CyclePlan(
                PlanIds.plan(ACCOUNT, "tri@1", opportunity),
                ACCOUNT,
                "KRAKEN",
                "tri",
                "tri@1",
                opportunity,
                cycle,
                CyclePlan.Lane.DIRECT,
                spend,
                new BigDecimal("10"),
                new BigDecimal("20"),
                BigDecimal.ONE,
                legs,
                routes,
                1_000,
                OrderDesk.T0,
                OrderDesk.T0 + 2_000);
    }

    ClaimRequest claim(IntentId id, String token) {
        return new ClaimRequest(id, token, OrderDesk.T0, OrderDesk.T0, 0, "test");
    }

    Reserved begin(CyclePlan plan, String token) {
        return begin(plan, token, OrderDesk.T0);
    }

    Reserved begin(CyclePlan plan, String token, long nowMs) {
        return plans.reserve(plan, claim(LegIntent.first(plan).id(), token), "test", nowMs);
    }

    Reserved goOn(CyclePlan plan, PlanStep.Place step, String token) {
        LegIntent intent = LegIntent.of(plan, step);
        return plans.reserveLeg(intent, claim(intent.id(), token), "test", OrderDesk.T0);
    }

    /** The first try to sell bitcoin back. */
    PlanStep.Place unwind(CyclePlan plan, String quantity) {
        UnwindRoute route = plan.route("BTC");
        return new PlanStep.Place(
                4, Purpose.UNWIND, route.terms(), route.side(), Quantity.of(quantity), Price.of("49740"), "BTC:0");
    }

    LivePlan live(CyclePlan plan) {
        return plans.find(plan.planId()).orElseThrow();
    }

    /** The venue traded this much at one price, with a fee in the quote asset, and the order is over. */
    void trades(LegIntent intent, String quantity, String price, String fee) {
        boolean all = Quantity.of(quantity).equals(intent.request().quantity());
        report(
                intent,
                all ? OrderTrigger.VENUE_FILLED : OrderTrigger.VENUE_CANCELED,
                List.of(new Fill(
                        intent.request().symbol(),
                        "T" + trades++,
                        "V-" + intent.leg(),
                        intent.request().side(),
                        Price.of(price),
                        Quantity.of(quantity),
                        new BigDecimal(fee),
                        intent.terms().quote(),
                        false,
                        OrderDesk.T0)));
    }

    void cancels(LegIntent intent) {
        report(intent, OrderTrigger.VENUE_CANCELED, List.of());
    }

    void unknown(LegIntent intent) {
        report(intent, OrderTrigger.OUTCOME_UNKNOWN, List.of());
    }

    void report(LegIntent intent, @Nullable OrderTrigger trigger, List<Fill> fills) {
        orders.report(new OrderReport(
                intent.id(), "test", trigger, "V", null, Quantity.ZERO, fills, null, null, OrderDesk.T0));
    }

    SqlClient sqlAs(String part) {
        return desk.sqlAs(part);
    }

    /** The desk's own account, which has nothing to do with plans. */
    OrderDesk beside() {
        return desk;
    }

    /** One text value of the database. */
    @SuppressWarnings("CompileTimeConstant") // the tests' own statements
    String one(String query) {
        return desk.one(Sql.of(query));
    }

    @SuppressWarnings("CompileTimeConstant") // the tests' own statements
    void sql(String statement) {
        if (statement.startsWith("select")) {
            database.query(Sql.of(statement));
        } else {
            database.update(Sql.of(statement));
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
