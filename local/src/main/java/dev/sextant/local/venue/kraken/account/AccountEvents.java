package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Is told what happens on the account, within the market's monitor and in its order. */
public interface AccountEvents {

    /** What happened to an order, in the words of the executions channel. */
    enum Change {
        PENDING_NEW("pending_new"),
        NEW("new"),
        TRADE("trade"),
        FILLED("filled"),
        CANCELED("canceled");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A balance changed.
     *
     * @param id of the entry
     * @param cause the id of the trade or of the movement behind it
     * @param type {@code trade}, {@code deposit} or {@code withdrawal}
     * @param amount what came, negative for what went, without the fee
     * @param fee in the same asset
     * @param balance after it
     */
    record Entry(
            String id,
            String cause,
            String type,
            VenueAsset asset,
            BigDecimal amount,
            BigDecimal fee,
            BigDecimal balance,
            long atMs) {}

    /** @param trade present exactly for {@link Change#TRADE} */
    void order(Change change, Order order, @Nullable Trade trade, long nowMs);

    void balance(Entry entry);
}
