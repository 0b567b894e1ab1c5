package dev.sextant.simulation.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code execution.trades} with the orders that belong to it. */
final class TradeRow {

    final String id;
    final Account account;
    final Symbol symbol;
    final String strategy;
    final EntryPlan plan;
    final long openedAtMs;
    final List<Fill> entryFills = new ArrayList<>();
    long firstFillAtMs;
    BigDecimal opened = BigDecimal.ZERO;
    BigDecimal openedQuote = BigDecimal.ZERO;
    BigDecimal closed = BigDecimal.ZERO;
    BigDecimal closedQuote = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    boolean takeProfit1Hit;

    @Nullable
    Long protectedAtMs;

    @Nullable
    Long closedAtMs;

    @Nullable
    String exitReason;

    @Nullable
    BigDecimal pnl;

    @Nullable
    BigDecimal pnlR;

    TradeRow(Wanted entry, long openedAtMs) {
        this.id = entry.tradeId();
        this.account = entry.account();
        this.symbol = entry.request().symbol();
        this.strategy = entry.strategy();
        this.plan = Objects.requireNonNull(entry.plan());
        this.openedAtMs = openedAtMs;
        this.firstFillAtMs = openedAtMs;
    }

    void entered(Fill fill, String currency) {
        opened = opened.add(fill.quantity().value());
        openedQuote =
                openedQuote.add(fill.quantity().value().multiply(fill.price().value()));
        fees = fees.add(fill.feeIn(currency));
        firstFillAtMs = Math.min(firstFillAtMs, fill.filledAtMs());
        entryFills.add(fill);
    }

    void left(Purpose purpose, String cause, Fill fill, String currency) {
        closed = closed.add(fill.quantity().value());
        closedQuote =
                closedQuote.add(fill.quantity().value().multiply(fill.price().value()));
        fees = fees.add(fill.feeIn(currency));
        takeProfit1Hit |= purpose == Purpose.TAKE_PROFIT_1;
        exitReason = switch (purpose) {
            case STOP -> "sl";
            case TAKE_PROFIT_1 -> "tp1";
            case TAKE_PROFIT_2 -> "tp2";
            case CLOSE, ENTRY, FIRST_LEG, NEXT_LEG, UNWIND ->
                cause.contains(":") ? cause.substring(0, cause.indexOf(':')) : cause;
        };
    }

    String lastEntryFillId() {
        return entryFills.stream()
                .max(Comparator.comparingLong(Fill::filledAtMs).thenComparing(Fill::tradeId))
                .orElseThrow()
                .tradeId();
    }

    BigDecimal net() {
        BigDecimal moved = closedQuote.subtract(openedQuote);
        return (plan.direction() == Direction.LONG ? moved : moved.negate()).subtract(fees);
    }
}
