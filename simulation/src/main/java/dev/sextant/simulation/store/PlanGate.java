package dev.sextant.simulation.store;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.risk.Refusal;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.time.IsoTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code execution.plan_refusal} and {@code execution.first_leg_refusal}. */
final class PlanGate {

    private final Tables tables;
    private final Set<PlanDefect> defects;

    PlanGate(Tables tables, Set<PlanDefect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    /** Why a plan may not begin now. */
    Optional<Refusal> refusal(CyclePlan plan, long nowMs) {
        List<Supplier<@Nullable Refusal>> rules = List.of(
                () -> entry(plan.strategy(), plan.expiresAtMs(), nowMs).orElse(null),
                () -> lane(plan),
                () -> blocked(plan),
                () -> staleBook(plan, nowMs),
                () -> live(plan),
                this::residual,
                this::tooManyPlans,
                () -> lossBudget(plan),
                () -> notional(plan),
                () -> totalNotional(plan),
                () -> tooManyEntries(nowMs),
                () -> balance(plan));
        return rules.stream()
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> plan.legs().stream()
                        .flatMap(leg ->
                                filters(leg.terms().pair(), leg.quantity().value(), leg.limit()).stream())
                        .findFirst());
    }

    /** Why leg 1 may not be sent now. */
    Optional<Refusal> firstLeg(OrderRow row, long nowMs) {
        Price limit = Objects.requireNonNull(row.intent.request().limitPrice());
        return entry(row.intent.strategy(), Objects.requireNonNull(row.intent.expiresAtMs()), nowMs)
                .or(() -> filters(row.intent.request().symbol(), row.quantity(), limit));
    }

    /** {@code execution.entry_refusal} without a symbol. */
    private Optional<Refusal> entry(String strategy, long expiresAtMs, long nowMs) {
        RiskPicture picture = Reserving.picture(tables, Set.of(), nowMs);
        RiskPicture.Trader trader = picture.strategies().get(strategy);
        String state = trader == null ? "unknown" : trader.state();
        return picture.guard(nowMs)
                .barrier()
                .map(finding -> new Refusal(finding.condition().wireName(), finding.text()))
                .filter(why -> !why.code().equals("killed") || !defects.contains(PlanDefect.KILL_IGNORED_BY_LEG_1))
                .or(() -> state.equals("RUNNING")
                        ? Optional.empty()
                        : Optional.of(new Refusal("strategy_stopped", "strategy " + strategy + " is " + state)))
                .or(() -> nowMs <= expiresAtMs
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "expired",
                                "expired at " + IsoTime.print(expiresAtMs) + ", now " + IsoTime.print(nowMs))));
    }

    private @Nullable Refusal lane(CyclePlan plan) {
        String wanted = plan.lane().name().toLowerCase(Locale.ROOT);
        String runsIn = tables.account.lanes.get(plan.strategy());
        return wanted.equals(runsIn)
                ? null
                : new Refusal(
                        "lane",
                        "strategy " + plan.strategy() + " runs in lane " + (runsIn == null ? "none" : runsIn)
                                + ", not in " + wanted);
    }

    private @Nullable Refusal blocked(CyclePlan plan) {
        Set<Symbol> pairs = new TreeSet<>();
        plan.legs().forEach(leg -> pairs.add(leg.terms().pair()));
        plan.routes().forEach(route -> pairs.add(route.terms().pair()));
        List<String> reasons = new ArrayList<>();
        for (Symbol pair : pairs) {
            AccountRow.Block block = tables.account.blocked.get(pair);
            if (block != null) {
                reasons.add(pair + ": " + block.reason());
            }
        }
        return reasons.isEmpty() ? null : new Refusal("symbol_blocked", String.join("; ", reasons));
    }

    private static @Nullable Refusal staleBook(CyclePlan plan, long nowMs) {
        long oldest = plan.legs().stream().mapToLong(PlanLeg::bookAgeMs).max().orElseThrow()
                + Math.max(0, nowMs - plan.decidedAtMs());
        return oldest <= plan.maxBookAgeMs()
                ? null
                : new Refusal("stale_book", "a book is " + oldest + " ms old, limit " + plan.maxBookAgeMs() + " ms");
    }

    private @Nullable Refusal live(CyclePlan plan) {
        boolean live = tables.livePlans().anyMatch(row -> row.plan.cycle().equals(plan.cycle()));
        return live && !defects.contains(PlanDefect.TWO_PLANS_OF_A_CYCLE)
                ? new Refusal("plan_live", "a plan of " + plan.cycle() + " is under way")
                : null;
    }

    private @Nullable Refusal residual() {
        boolean waits = tables.plans.values().stream().anyMatch(PlanRow::waitsForAPerson);
        return waits && !defects.contains(PlanDefect.RESIDUAL_IGNORED)
                ? new Refusal("residual", "an earlier plan left something unsold; a person must clear it")
                : null;
    }

    private @Nullable Refusal tooManyPlans() {
        long live = tables.livePlans().count();
        int most = limits().maxPositions();
        return live < most ? null : new Refusal("max_positions", live + " of " + most + " plans are under way");
    }

    private @Nullable Refusal lossBudget(CyclePlan plan) {
        BigDecimal atStake = plan.worstLoss().multiply(plan.startValue());
        BigDecimal most = tables.account.opened.settings().riskPerTrade();
        return atStake.compareTo(most) <= 0
                ? null
                : new Refusal(
                        "loss_budget", "it may lose " + E8.printDecimal(atStake) + ", limit " + E8.printDecimal(most));
    }

    private @Nullable Refusal notional(CyclePlan plan) {
        return tooMuch(
                "max_symbol_notional",
                "notional would be ",
                plan.spend().multiply(plan.startValue()),
                limits().maxSymbolNotional());
    }

    private @Nullable Refusal totalNotional(CyclePlan plan) {
        BigDecimal held = Reserving.exposure(tables, Set.of(), 0).total();
        BigDecimal plans = tables.livePlans().map(PlanRow::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        return tooMuch(
                "max_total_notional",
                "notional in all would be ",
                held.add(plans).add(plan.spend().multiply(plan.startValue())),
                limits().maxTotalNotional());
    }

    private static @Nullable Refusal tooMuch(String code, String what, BigDecimal after, BigDecimal limit) {
        return after.compareTo(limit) <= 0
                ? null
                : new Refusal(code, what + E8.printDecimal(after) + ", limit " + E8.printDecimal(limit));
    }

    private @Nullable Refusal tooManyEntries(long nowMs) {
        int recent = Reserving.exposure(tables, Set.of(), nowMs).entriesLastMinute();
        int most = limits().maxEntriesPerMinute();
        return recent < most
                ? null
                : new Refusal("orders_per_minute", recent + " entries in the last minute, limit " + most);
    }

    /** Less what plans under way are still to spend. */
    private @Nullable Refusal balance(CyclePlan plan) {
        BigDecimal balance = tables.account.balanceOf(plan.startAsset());
        if (!defects.contains(PlanDefect.SPENDS_TWICE)) {
            for (PlanRow row : tables.plans.values()) {
                if (row.state == PlanState.RUNNING && row.plan.startAsset().equals(plan.startAsset())) {
                    BigDecimal moved =
                            PlanFlows.of(tables, row.plan.planId()).getOrDefault(plan.startAsset(), BigDecimal.ZERO);
                    balance = balance.subtract(row.plan.spend().add(moved).max(BigDecimal.ZERO));
                }
            }
        }
        return balance.compareTo(plan.spend()) >= 0
                ? null
                : new Refusal(
                        "balance",
                        "balance of " + plan.startAsset() + " is " + E8.printDecimal(balance) + ", the plan spends "
                                + E8.printDecimal(plan.spend()));
    }

    /** {@code execution.filter_refusal}. */
    private Optional<Refusal> filters(Symbol pair, BigDecimal wanted, Price limit) {
        Instrument i = tables.instruments.get(pair);
        String why = null;
        if (i == null) {
            why = "the venue's filters are not known";
        } else if (!i.tradable()) {
            why = "the venue takes no orders";
        } else if (wanted.remainder(i.stepSize()).signum() != 0
                || wanted.compareTo(i.minQty()) < 0
                || wanted.compareTo(i.maxQty()) > 0) {
            why = "quantity " + E8.printDecimal(wanted) + ", expected " + E8.printDecimal(i.minQty()) + " to "
                    + E8.printDecimal(i.maxQty()) + " in steps of " + E8.printDecimal(i.stepSize());
        } else if (limit.value().remainder(i.tickSize()).signum() != 0) {
            why = "limit " + E8.printDecimal(limit.value()) + ", expected a multiple of "
                    + E8.printDecimal(i.tickSize());
        } else if (wanted.multiply(limit.value()).compareTo(i.minNotional()) < 0) {
            why = "cost " + E8.printDecimal(wanted.multiply(limit.value())) + ", expected at least "
                    + E8.printDecimal(i.minNotional());
        }
        return Optional.ofNullable(why).map(text -> new Refusal("filters", pair + ": " + text));
    }

    private RiskLimits limits() {
        return tables.account.limits;
    }
}
