package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.portfolio.Position;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code execution.report}. */
final class Reporting {

    /** The source of what the private stream has told. */
    private static final String STREAM = "user-stream";

    private static final Comparator<Fill> AS_THEY_HAPPENED =
            Comparator.comparingLong(Fill::filledAtMs).thenComparing(Fill::tradeId);

    private final Tables tables;
    private final Set<Defect> defects;
    private final Settling settling;

    Reporting(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
        this.settling = new Settling(tables, defects);
    }

    Reported report(OrderReport report) {
        OrderRow row = tables.order(report.id());
        requireClaim(row, report);
        if (report.executingOrderId() != null) {
            tables.byExecutor.put(report.executingOrderId(), row);
            row.executingOrderId = report.executingOrderId();
        }
        row.venueOrderId = report.venueOrderId() == null ? row.venueOrderId : report.venueOrderId();
        boolean streamed = report.source().equals(STREAM);
        int fresh = 0;
        for (Fill fill : report.fills().stream().sorted(AS_THEY_HAPPENED).toList()) {
            fresh += book(row, fill, streamed) ? 1 : 0;
        }
        OrderTrigger trigger = trigger(row, report, fresh);
        if (trigger != null && fromTheVenue(trigger)) {
            row.notFoundChecks = 0;
        }
        OrderState next = move(row, trigger, fresh, report.atMs());
        if (next != null) {
            moved(row, next, report);
        }
        if (report.halts()) {
            halt(report);
        }
        boolean ended = next != null && next.isFinal();
        boolean closed = (fresh > 0 || ended) && settling.settle(row.intent.tradeId(), report.atMs());
        boolean changed = next != null || fresh > 0;
        if (changed) {
            String what = trigger == null ? "fills" : trigger.wireName();
            tables.audit(what, row.intent.id().hex(), report.atMs());
        }
        return new Reported(row.state, row.version, changed, fresh, closed);
    }

    private void halt(OrderReport report) {
        String said = Stream.of(report.reasonCode(), report.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (tables.account.haltByVenue(said, report.atMs())) {
            tables.audit(
                    "venue_halted", tables.account.opened.settings().account().name(), report.atMs());
        }
    }

    /** A trade says when its entry was sent, so a fill of an entry that nobody claimed is refused, and all that came with it. */
    private void requireClaim(OrderRow row, OrderReport report) {
        Symbol symbol = row.intent.request().symbol();
        boolean opens = row.isEntry()
                && row.claimedAtMs == null
                && report.fills().stream()
                        .anyMatch(fill -> !tables.fillKeys.contains(new Tables.FillKey(symbol, fill.tradeId())));
        if (opens && !defects.contains(Defect.CLAIM_NOT_STORED)) {
            throw new StoreException(
                    "a fill of an entry that was never claimed", false, new IllegalArgumentException());
        }
    }

    private boolean book(OrderRow row, Fill fill, boolean streamed) {
        Symbol symbol = row.intent.request().symbol();
        boolean fresh = tables.fillKeys.add(new Tables.FillKey(symbol, fill.tradeId()));
        boolean again = defects.contains(Defect.FILLS_NOT_KEYED)
                || (streamed && defects.contains(Defect.STREAMED_FILLS_NOT_KEYED));
        if (!fresh && !again) {
            return false;
        }
        tables.booked.add(fill);
        tables.bookedToMs.merge(symbol, fill.filledAtMs(), Math::max);
        PairTerms pair = row.intent.pair();
        if (pair == null) {
            position(symbol, fill);
            trade(row, fill);
        } else {
            row.fills.add(fill);
            PlanFlows.of(pair, fill).forEach(tables.account::book);
        }
        row.filled = row.filled.add(fill.quantity().value());
        row.filledQuote = row.filledQuote.add(fill.quantity().notionalAt(fill.price()));
        row.fees = row.fees.add(fill.feeIn(pair == null ? tables.currency() : pair.quote()));
        return true;
    }

    private void position(Symbol symbol, Fill fill) {
        Position before = tables.account.positions.getOrDefault(symbol, Position.FLAT);
        Position after = before.after(fill, tables.currency());
        tables.account.positions.put(symbol, after);
        tables.account.balance = tables.account
                .balance
                .add(after.realisedPnl().subtract(before.realisedPnl()))
                .subtract(fill.feeIn(tables.currency()));
    }

    private void trade(OrderRow row, Fill fill) {
        String id = row.intent.tradeId();
        if (row.isEntry()) {
            TradeRow trade = tables.trades.computeIfAbsent(id, fresh -> {
                TradeRow opened = new TradeRow(row.intent, fill.filledAtMs());
                tables.openTrades.put(fresh, opened);
                return opened;
            });
            trade.entered(fill, tables.currency());
            return;
        }
        TradeRow trade = tables.trades.get(id);
        if (trade != null) {
            trade.left(row.intent.purpose(), row.intent.cause(), fill, tables.currency());
        }
    }

    /** The end of an order counts only once every fill the venue speaks of is here. */
    private @Nullable OrderTrigger trigger(OrderRow row, OrderReport report, int fresh) {
        row.venueFilled = row.venueFilled.max(report.venueFilled().value()).max(row.filled);
        OrderTrigger trigger = report.trigger();
        if (row.filled.compareTo(row.quantity()) >= 0) {
            trigger = OrderTrigger.VENUE_FILLED;
        } else if (trigger == OrderTrigger.VENUE_FILLED || (ends(trigger) && misses(row, report))) {
            trigger = OrderTrigger.VENUE_OPEN;
        }
        boolean lives = trigger == OrderTrigger.VENUE_OPEN || trigger == OrderTrigger.VENUE_PARTIAL;
        if (lives || (trigger == null && fresh > 0)) {
            return row.filled.signum() > 0 ? OrderTrigger.VENUE_PARTIAL : OrderTrigger.VENUE_OPEN;
        }
        return trigger;
    }

    private boolean misses(OrderRow row, OrderReport report) {
        boolean believed = defects.contains(Defect.CANCEL_IS_FINAL)
                || (defects.contains(Defect.STREAMED_END_IS_FINAL)
                        && report.source().equals(STREAM));
        return row.filled.compareTo(row.venueFilled) < 0 && !believed;
    }

    private static boolean ends(@Nullable OrderTrigger trigger) {
        return trigger == OrderTrigger.VENUE_CANCELED || trigger == OrderTrigger.VENUE_EXPIRED;
    }

    private static boolean fromTheVenue(OrderTrigger trigger) {
        return trigger.name().startsWith("VENUE");
    }

    private @Nullable OrderState move(OrderRow row, @Nullable OrderTrigger trigger, int fresh, long atMs) {
        if (trigger == null || (row.state.isFinal() && !defects.contains(Defect.FINAL_CHANGES))) {
            return null;
        }
        if (trigger == OrderTrigger.VENUE_PARTIAL && row.state == OrderState.PARTIALLY_FILLED && fresh == 0) {
            return null;
        }
        if (row.state == OrderState.QUARANTINED && fromTheVenue(trigger) && defects.contains(Defect.NO_RESURRECTION)) {
            return null;
        }
        if (trigger == OrderTrigger.OUTCOME_UNKNOWN && defects.contains(Defect.UNKNOWN_IS_REJECTED)) {
            return tables.force(row, trigger, OrderState.REJECTED, atMs);
        }
        if (trigger == OrderTrigger.NOT_FOUND && defects.contains(Defect.NO_QUARANTINE)) {
            return tables.force(row, trigger, OrderState.NOT_PLACED, atMs);
        }
        if (row.state.isFinal() && fromTheVenue(trigger)) {
            return tables.force(row, trigger, OrderState.OPEN, atMs);
        }
        return tables.move(row, trigger, atMs);
    }

    private void moved(OrderRow row, OrderState next, OrderReport report) {
        row.reasonCode = report.reasonCode() == null ? row.reasonCode : report.reasonCode();
        row.reason = report.reason() == null ? row.reason : report.reason();
        if (next.isFinal() && row.filled.signum() == 0) {
            row.risk = BigDecimal.ZERO;
        }
        TradeRow trade = tables.trades.get(row.intent.tradeId());
        boolean acknowledged =
                next == OrderState.OPEN || next == OrderState.PARTIALLY_FILLED || next == OrderState.FILLED;
        if (row.intent.purpose() == Purpose.STOP && acknowledged && trade != null && trade.protectedAtMs == null) {
            trade.protectedAtMs = report.atMs();
        }
    }
}
