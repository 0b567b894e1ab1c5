package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.risk.AccountRisk;
import dev.sextant.domain.risk.EntryDemand;
import dev.sextant.domain.risk.Exposure;
import dev.sextant.domain.risk.GuardReadings;
import dev.sextant.domain.risk.OpenRisk;
import dev.sextant.domain.risk.Refusal;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.time.IsoTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code execution.reserve}. */
final class Reserving {

    private static final long MINUTE_MS = 60_000;
    private static final long STALE_MS = 2_000;

    private final Tables tables;
    private final Set<Defect> defects;

    Reserving(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    Reservation reserve(OrderIntent intent, long nowMs) {
        Optional<OrderRow> existing = existing(intent);
        if (existing.isPresent() && !defects.contains(Defect.RESERVES_TWICE)) {
            OrderRow row = existing.get();
            return new Reservation.Exists(row.intent.id(), row.state);
        }
        Optional<Refusal> refusal = refusal(intent, nowMs);
        OrderState state = refusal.isPresent() ? OrderState.RISK_REJECTED : OrderState.APPROVED;
        BigDecimal risk = refusal.isPresent() ? BigDecimal.ZERO : intent.risk();
        OrderRow row =
                new OrderRow(Wanted.of(intent), tables.nextOrdinal(), nowMs, state, risk, tables.account.limitsVersion);
        row.reasonCode = refusal.map(Refusal::code).orElse(null);
        row.reason = refusal.map(Refusal::reason).orElse(null);
        tables.add(row);
        tables.audit(refusal.isPresent() ? "refused" : "reserved", intent.id().hex(), nowMs);
        return refusal.<Reservation>map(why -> new Reservation.Refused(intent.id(), why.code(), why.reason()))
                .orElseGet(() -> new Reservation.Approved(intent.id()));
    }

    private Optional<OrderRow> existing(OrderIntent intent) {
        OrderRow same = tables.orders.get(intent.id());
        if (same != null || intent.purpose() != Purpose.ENTRY) {
            return Optional.ofNullable(same);
        }
        return tables.orders.values().stream()
                .filter(OrderRow::isEntry)
                .filter(row -> row.intent.strategy().equals(intent.strategy())
                        && row.intent.request().symbol().equals(intent.request().symbol())
                        && Objects.equals(row.intent.bucketStartMs(), intent.bucketStartMs()))
                .findFirst();
    }

    private Optional<Refusal> refusal(OrderIntent intent, long nowMs) {
        if (intent.purpose() != Purpose.ENTRY) {
            boolean stopped = defects.contains(Defect.KILL_STOPS_EXITS) && !tables.account.kill.isOff();
            return stopped ? Optional.of(new Refusal("killed", "on purpose")) : Optional.empty();
        }
        BigDecimal notional = intent.request().quantity().value().multiply(intent.referencePrice());
        Symbol symbol = intent.request().symbol();
        EntryDemand demand = new EntryDemand(intent.strategy(), symbol, notional, intent.risk(), intent.expiresAtMs());
        return picture(tables, defects, nowMs).refusal(demand, nowMs);
    }

    /** What the rules look at; also what the claim asks the gate with. */
    static RiskPicture picture(Tables tables, Set<Defect> defects, long nowMs) {
        AccountRow account = tables.account;
        return new RiskPicture(
                account.opened.settings(),
                new AccountRisk(account.opened.account(), account.limits, account.kill, account.standing),
                exposure(tables, defects, nowMs),
                account.deskState,
                account.strategies,
                reasons(account),
                completeToMs(account),
                readings(tables, defects));
    }

    private static Map<Symbol, String> reasons(AccountRow account) {
        Map<Symbol, String> reasons = new TreeMap<>();
        account.blocked.forEach((symbol, block) -> reasons.put(symbol, block.reason()));
        return reasons;
    }

    private static Map<Symbol, Long> completeToMs(AccountRow account) {
        Map<Symbol, Long> complete = new TreeMap<>();
        account.marks.forEach((symbol, mark) -> complete.put(symbol, mark.completeToMs()));
        return complete;
    }

    private static GuardReadings readings(Tables tables, Set<Defect> defects) {
        List<OpenRisk> openTrades = tables.openTrades.values().stream()
                .filter(trade -> trade.opened.compareTo(trade.closed) > 0)
                .map(trade -> new OpenRisk(
                        trade.symbol,
                        trade.plan.direction(),
                        trade.opened,
                        trade.closed,
                        trade.openedQuote,
                        trade.plan.stopDistance(),
                        trade.firstFillAtMs))
                .toList();
        List<Long> doubts = tables.open.values().stream()
                .filter(row -> row.state == OrderState.UNKNOWN || row.state == OrderState.QUARANTINED)
                .map(row -> row.unknownSinceMs)
                .filter(Objects::nonNull)
                .toList();
        Contacts contacts = tables.account.contacts;
        Long streamSeenMs = defects.contains(Defect.STALE_STREAM_IGNORED) ? null : contacts.streamSeenMs();
        return new GuardReadings(
                openTrades,
                tables.account.marks,
                doubts,
                contacts.reachedMs(),
                streamSeenMs,
                null,
                tables.account.venueHalt);
    }

    static Exposure exposure(Tables tables, Set<Defect> defects, long nowMs) {
        if (defects.contains(Defect.NO_LIMITS)) {
            return new Exposure(List.of(), List.of(), 0, tables.account.balance);
        }
        List<OrderRow> entries = tables.open.values().stream()
                .filter(row -> row.isEntry() && holds(row, defects, nowMs))
                .toList();
        List<Exposure.Held> held = new ArrayList<>();
        tables.account.positions.forEach((symbol, position) -> {
            if (position.signedQty().signum() != 0) {
                held.add(new Exposure.Held(symbol, position.cost().abs()));
            }
        });
        entries.forEach(row -> held.add(new Exposure.Held(
                row.intent.request().symbol(),
                row.quantity().subtract(row.filled).multiply(row.intent.referencePrice()))));
        List<Exposure.Owner> owners = new ArrayList<>();
        tables.openTrades
                .values()
                .forEach(trade -> owners.add(new Exposure.Owner(
                        trade.symbol, "trade of " + trade.strategy + " since " + IsoTime.print(trade.openedAtMs))));
        entries.forEach(row -> owners.add(owner(row, "order of ")));
        tables.open.values().stream()
                .filter(row -> endsAClosedTrade(row, tables))
                .forEach(row -> owners.add(owner(row, "exit of a closed trade of ")));
        int recent = (int) tables.orders.values().stream()
                .filter(row -> row.intent.purpose().addsExposure()
                        && row.state != OrderState.RISK_REJECTED
                        && row.createdAtMs > nowMs - MINUTE_MS)
                .count();
        return new Exposure(held, owners, recent, tables.account.balance);
    }

    private static Exposure.Owner owner(OrderRow row, String what) {
        return new Exposure.Owner(row.intent.request().symbol(), what + row.intent.strategy() + " in " + row.state);
    }

    private static boolean endsAClosedTrade(OrderRow row, Tables tables) {
        TradeRow trade = tables.trades.get(row.intent.tradeId());
        return !row.isEntry() && trade != null && trade.closedAtMs != null;
    }

    private static boolean holds(OrderRow row, Set<Defect> defects, long nowMs) {
        if (row.state == OrderState.UNKNOWN) {
            return !defects.contains(Defect.UNKNOWN_FREES_RISK);
        }
        if (row.state == OrderState.QUARANTINED) {
            return !defects.contains(Defect.QUARANTINE_FREES_RISK);
        }
        return nowMs - row.createdAtMs >= STALE_MS || !defects.contains(Defect.CHECK_THEN_ACT);
    }
}
