package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round trip that is not closed, with every order that belongs to it. What the position keeper looks at.
 *
 * @param tradeId the entry's intent id
 * @param opened quantity the entry has filled
 * @param openedQuote Σ price × quantity of the entry's fills
 * @param closed quantity the exits have filled
 * @param takeProfit1Hit true once the first target has filled anything
 * @param lastEntryFillId venue id of the entry's newest fill: the cause of the protection it demands
 * @param firstFillAtMs market time of the first fill
 * @param protectedAtMs when a stop was first acknowledged, or null
 * @param closeDemand why all trades of the account are to be closed now, in one word, for example {@code kill}; null when
 *     none is
 * @param orders all orders of the trade, oldest first
 */
public record OpenTrade(
        String tradeId,
        Account account,
        Symbol symbol,
        EntryPlan plan,
        Quantity opened,
        BigDecimal openedQuote,
        Quantity closed,
        boolean takeProfit1Hit,
        String lastEntryFillId,
        long firstFillAtMs,
        @Nullable Long protectedAtMs,
        @Nullable String closeDemand,
        List<StoredOrder> orders) {

    public OpenTrade {
        orders = List.copyOf(orders);
    }

    /** What is still in the market. */
    public Quantity open() {
        return opened.minus(closed.min(opened));
    }

    /** Average entry price, rounded half even to 16 digits: only distances are measured from it, no money. */
    public Price entryPrice() {
        return new Price(openedQuote.divide(opened.value(), MathContext.DECIMAL64));
    }

    /** The entry order. */
    public StoredOrder entry() {
        return orders.stream()
                .filter(order -> order.purpose() == Purpose.ENTRY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("trade " + tradeId + " has no entry order"));
    }
}
