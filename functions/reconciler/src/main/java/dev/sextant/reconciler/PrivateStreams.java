package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.StoredOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept about an account's private stream, and how its messages find their orders. */
public interface PrivateStreams {

    /**
     * The key as it is kept.
     *
     * @param key or null when there is none
     * @param keptMs since the venue last gave or extended it
     * @param leftMs until it ends unless it is extended
     * @param silentMs market time since the stream last spoke
     */
    record KeyState(@Nullable String key, long keptMs, long leftMs, long silentMs) {

        /** Never its key: it is a secret. */
        @Override
        public String toString() {
            return "KeyState[" + (key == null ? "no key" : "a key") + ", kept " + keptMs + " ms ago, " + leftMs
                    + " ms left, silent for " + silentMs + " ms]";
        }
    }

    /** The account has, or is to have, a stream; entries depend on it from now on. */
    void expect(Account account, long nowMs);

    KeyState keyState(Account account, long nowMs);

    /** The venue has given or extended a key. */
    void keep(Account account, String key, long validMs);

    /** The venue no longer knows a key. */
    void drop(Account account, String key);

    /** The stream has spoken. */
    void alive(Account account, long atMs);

    /** The intent behind an order of the venue, whether it is settled or not. */
    Optional<StoredOrder> orderOf(Account account, Symbol symbol, String clientOrderId, String venueOrderId);

    /** Market time of the newest fill that is booked in a symbol, or 0. */
    long bookedToMs(Account account, Symbol symbol);
}
