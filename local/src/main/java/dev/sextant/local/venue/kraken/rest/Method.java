package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.kraken.account.Right;
import org.jspecify.annotations.Nullable;

/**
 * One private method.
 *
 * @param need the right it takes, null for none
 * @param cost what it adds to the key's counter of calls
 */
record Method(@Nullable Right need, int cost, Answer answer) {

    /** What it does, within the market's monitor. */
    @FunctionalInterface
    interface Answer {
        JsonNode to(Form form, KrakenKey key, long nowMs);
    }

    /** The same whatever the key. */
    @FunctionalInterface
    interface PlainAnswer {
        JsonNode to(Form form, long nowMs);
    }

    Method(Right need, int cost, PlainAnswer answer) {
        this(need, cost, (form, _, nowMs) -> answer.to(form, nowMs));
    }
}
