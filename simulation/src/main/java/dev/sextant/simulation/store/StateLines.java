package dev.sextant.simulation.store;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.risk.GuardLimits;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskStanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of an account as lines of text: words between single blanks, a dash for what is missing. */
final class StateLines {

    private final Tables tables;
    private final List<String> lines = new ArrayList<>();

    StateLines(Tables tables) {
        this.tables = tables;
    }

    List<String> all() {
        tables.orders.values().forEach(this::order);
        tables.trades.values().forEach(this::trade);
        tables.account.positions.forEach((symbol, position) -> line(
                "position",
                symbol,
                position.signedQty(),
                position.cost(),
                position.realisedPnl(),
                position.fees(),
                position.fills()));
        fills();
        moves();
        audit();
        account();
        surroundings();
        others();
        return lines;
    }

    private void order(OrderRow row) {
        line(
                "order",
                row.intent.id(),
                row.state,
                row.version,
                "filled",
                row.filled,
                row.venueFilled,
                row.filledQuote,
                row.fees,
                "risk",
                row.risk,
                row.limitsVersion,
                "at",
                row.createdAtMs,
                row.claimedAtMs,
                row.unknownSinceMs,
                row.quarantinedAtMs,
                row.cancelRequestedAtMs,
                "token",
                row.claimToken,
                row.notFoundChecks,
                "because",
                row.reasonCode);
    }

    private void trade(TradeRow row) {
        line(
                "trade",
                row.id,
                row.symbol,
                row.strategy,
                "opened",
                row.opened,
                row.openedQuote,
                row.openedAtMs,
                row.firstFillAtMs,
                "closed",
                row.closed,
                row.closedQuote,
                row.closedAtMs,
                row.exitReason,
                row.takeProfit1Hit,
                "made",
                row.fees,
                row.pnl,
                row.pnlR,
                "protected",
                row.protectedAtMs);
    }

    private void fills() {
        int number = 0;
        for (Fill fill : tables.booked) {
            line(
                    "fill",
                    ++number,
                    fill.symbol(),
                    fill.tradeId(),
                    fill.side(),
                    fill.price(),
                    fill.quantity(),
                    fill.fee(),
                    fill.feeAsset(),
                    fill.filledAtMs());
        }
    }

    private void moves() {
        Map<IntentId, Integer> versions = new HashMap<>();
        for (Move move : tables.moves) {
            int version = versions.merge(move.id(), 1, Integer::sum) + 1;
            line("move", move.id(), version, move.on().wireName(), move.from(), move.to(), move.atMs());
        }
    }

    private void audit() {
        int number = 0;
        for (Audited row : tables.audit) {
            line(
                    "audit",
                    ++number,
                    row.action(),
                    row.action().equals("limits_set") ? null : row.subject(),
                    row.action().equals("blocked") || row.action().equals("adoption_asked") ? null : row.atMs());
        }
    }

    private void account() {
        AccountRow row = tables.account;
        RiskStanding standing = row.standing;
        RiskStanding.Pause pause = standing.pause();
        line("balance", row.balance, "ledger", row.balance.subtract(row.opened.startBalance()));
        line("kill", row.kill.level().wireName(), row.kill.changedBy(), row.killChangedAtMs);
        line("pause", pause == null ? null : pause.untilMs(), pause == null ? null : pause.reason());
        line("halt", standing.haltReason(), row.venueHalt);
        line("day", standing.day(), standing.dayPnl(), standing.consecutiveLosses());
        limits(row.limits, row.limits.guard());
    }

    private void limits(RiskLimits limits, GuardLimits guard) {
        line(
                "limits",
                tables.account.limitsVersion,
                limits.maxPositions(),
                limits.maxSymbolNotional(),
                limits.maxTotalNotional(),
                limits.maxEntriesPerMinute(),
                limits.maxDailyLoss(),
                limits.maxConsecutiveLosses(),
                limits.lossPauseMs(),
                limits.maxDataAgeMs(),
                limits.maxClockAheadMs(),
                limits.maxClockOffsetMs(),
                guard.warnDailyLoss(),
                guard.maxUnrealisedLoss(),
                guard.maxVenueSilenceMs(),
                guard.holdAlertMs(),
                guard.warnClockOffsetMs(),
                guard.orderInDoubtMs());
    }

    private void surroundings() {
        AccountRow row = tables.account;
        line("desk", row.deskState, "reached", row.contacts.reachedMs(), "stream", row.contacts.streamSeenMs());
        row.strategies.forEach((name, trader) -> line("strategy", name, trader.state()));
        row.blocked.forEach((symbol, block) -> line("blocked", symbol, block.reason()));
        row.marks.forEach((symbol, mark) -> line("mark", symbol, mark.price(), mark.completeToMs()));
        tables.instruments.forEach((symbol, filters) ->
                line("filters", symbol, filters.tradable(), filters.stepSize(), filters.minQty(), filters.maxQty()));
        row.contacts.words().ifPresent(words -> line("contacts", words));
    }

    private void others() {
        tables.externals
                .values()
                .forEach(row -> line(
                        "external",
                        row.symbol,
                        row.venueOrderId,
                        row.clientOrderId,
                        row.kind,
                        row.status,
                        row.filled,
                        row.firstSeenAtMs,
                        row.changedAtMs));
        tables.adoptions.forEach(row ->
                line("adoption", row.symbol, row.venueOrderId, row.kind, row.askedBy, row.doneAtMs, row.intentId));
    }

    private void line(@Nullable Object... words) {
        lines.add(Stream.of(words).map(StateLines::word).collect(Collectors.joining(" ")));
    }

    private static String word(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return E8.printDecimal(decimal);
        }
        return value == null ? "-" : value.toString();
    }
}
