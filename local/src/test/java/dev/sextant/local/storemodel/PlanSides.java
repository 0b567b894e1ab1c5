package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.PlanView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The model and Postgres with an account that trades plans, and what both store of them in lines. */
final class PlanSides {

    static final Account ACCOUNT = World.ACCOUNTS.getFirst();
    private static final Sql LINES = Sql.of("""
            select concat_ws(' ', 'plan', plan_id, state, coalesce(outcome, '-'), coalesce(reason_code, '-'), coalesce(reason, '-'),
                coalesce(ops.dec(profit), '-'), coalesce(ops.dec(profit_r), '-'), (cleared_at is not null)::text) as line
            from execution.plans where account = :account
            union all
            select concat_ws(' ', 'dust', plan_id, asset, ops.dec(amount)) from portfolio.dust where account = :account
            union all
            select concat_ws(' ', 'holds', asset, ops.dec(amount)) from portfolio.balances
            where account = :account and asset <> 'USDT' and amount <> 0""");

    final ModelSide model = new ModelSide();
    final PostgresSide postgres;
    final PlanStore sqlPlans;
    private final SqlClient sql;

    PlanSides(Database database) {
        this.sql = database.sql();
        this.postgres = database.side();
        this.sqlPlans = new SqlPlanStore(sql);
        postgres.reset();
        sql.update(Sql.of("update strategy.strategies set lane = 'direct' where name = 'one'"));
        World.STRATEGIES.forEach(name -> store().planView().setLane(name, name.equals("one") ? "direct" : "stream"));
        PlanDraws.PAIRS.forEach(terms -> filters(PlanDraws.instrument(terms, true)));
    }

    ModelStore store() {
        return model.store(ACCOUNT);
    }

    PlanStore modelPlans() {
        return store().plans();
    }

    /** The venue's filters on both sides. */
    void filters(Instrument instrument) {
        model.filters(instrument);
        sql.update(Sql.of("""
                        insert into market.instruments values ('KRAKEN', :symbol, :base, :quote, :tradable, :tick, :step, :least,
                            :most, :notional, 1, now())
                        on conflict (venue, symbol) do update set tradable = excluded.tradable""")
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

    /** What a person's "seen" comes to in Postgres. */
    String clear(String planId, long nowMs) {
        return sql.query(Sql.of("""
                        select execution.clear_plan(:account, :plan, 'seen', 'ann', ops.ts(:now))->>'result' as x""")
                        .with("account", ACCOUNT.name())
                        .with("plan", planId)
                        .with("now", nowMs))
                .getFirst()
                .text("x");
    }

    List<String> modelLines() {
        List<String> lines = new ArrayList<>(model.lines(ACCOUNT));
        PlanView plans = store().planView();
        for (PlanView.Booked plan : plans.all()) {
            lines.add(String.join(
                    " ",
                    "plan",
                    plan.plan().planId(),
                    plan.state().name(),
                    word(plan.outcome()),
                    word(plan.code()),
                    word(plan.reason()),
                    plan.profit() == null ? "-" : E8.printDecimal(plan.profit()),
                    plan.profitR() == null ? "-" : E8.printDecimal(plan.profitR()),
                    "" + plan.cleared()));
            plan.dust()
                    .forEach((asset, amount) ->
                            lines.add("dust " + plan.plan().planId() + " " + asset + " " + E8.printDecimal(amount)));
        }
        Stream.of("BTC", "ETH", "KFEE")
                .filter(asset -> plans.balance(asset).signum() != 0)
                .forEach(asset -> lines.add("holds " + asset + " " + E8.printDecimal(plans.balance(asset))));
        return lines.stream().sorted().toList();
    }

    private static String word(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    List<String> postgresLines() {
        return Stream.concat(
                        postgres.lines(ACCOUNT).stream(),
                        sql.query(LINES.with("account", ACCOUNT.name())).stream()
                                .map(row -> row.text("line")))
                .sorted()
                .toList();
    }

    /** A plan as it is shown, in words that are the same for the same numbers. */
    static String words(LivePlan live) {
        TreeMap<String, String> holdings = new TreeMap<>();
        live.holdings().forEach((asset, amount) -> holdings.put(asset, E8.printDecimal(amount)));
        return live.plan().planId() + " " + live.state() + " " + live.flatten() + " " + holdings + " " + live.orders();
    }
}
