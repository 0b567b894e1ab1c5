package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One private method.
 *
 * @param need the right it takes
 * @param cost what it adds to the key's counter of calls
 */
record Method(Right need, int cost, Answer answer) {

    /** What it does, within the market's monitor. */
    @FunctionalInterface
    interface Answer {
        JsonNode to(Form form, long nowMs);
    }
}
