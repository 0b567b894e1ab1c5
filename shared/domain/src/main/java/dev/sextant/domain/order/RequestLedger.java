package dev.sextant.domain.order;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent to a venue from one address, kept for all processes that send from there. A process's own count comes
 * before it and stays when this one can't be asked.
 */
public interface RequestLedger {

    /** For a process that has its address to itself. */
    RequestLedger NONE = new RequestLedger() {
        @Override
        public Optional<String> take(Wish wish) {
            return Optional.empty();
        }

        @Override
        public boolean keepsHalts() {
            return false;
        }

        @Override
        public void tell(Said said) {}
    };

    /** Whether a halt that it was told lasts here until a person resumes. A process needs to keep none of its own then. */
    boolean keepsHalts();

    /**
     * A request about to leave.
     *
     * @param kind {@code entry}, {@code exit}, {@code cancel}, {@code reconciliation} or {@code read}
     * @param weight request weight, 0 or more
     * @param orders 1 for a placement, else 0
     * @param weightLimit the venue's weight a minute
     */
    record Wish(String kind, int weight, int orders, long weightLimit) {}

    /**
     * What an answer said.
     *
     * @param usedWeight of the running minute, if it said so
     * @param orders counted by the venue per interval ({@code 10S}, {@code 1M})
     * @param pauseMs how long nothing may leave; 0 for not at all
     * @param reason for the pause
     * @param halt why the venue refuses the account, its key or its address, or null
     */
    record Said(
            OptionalLong usedWeight,
            Map<String, Long> orders,
            long pauseMs,
            String reason,
            @Nullable String halt) {

        public Said {
            orders = Map.copyOf(orders);
        }

        /** Of an answer that refuses nobody. */
        public Said(OptionalLong usedWeight, Map<String, Long> orders, long pauseMs, String reason) {
            this(usedWeight, orders, pauseMs, reason, null);
        }

        /** True when there is something to tell. */
        public boolean anything() {
            return usedWeight.isPresent() || !orders.isEmpty() || urgent();
        }

        /** True when whoever sends next must know. */
        public boolean urgent() {
            return pauseMs > 0 || halt != null;
        }
    }

    /**
     * Takes a request's share, or says why it must not leave.
     *
     * @throws IllegalStateException when nobody can be asked
     */
    Optional<String> take(Wish wish);

    /**
     * Tells the others.
     *
     * @throws IllegalStateException when nobody can be told
     */
    void tell(Said said);
}
