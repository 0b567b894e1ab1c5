/**
 * Kraken's public WebSocket v2 as pure functions: from its messages to exact values ({@code KrakenParser}, every kind),
 * from a book message's bytes to scaled longs without allocating ({@code BookScanner}), and the texts of requests
 * ({@code KrakenRequests}). No socket, no clock, no book. Field names and rules: the protocol page of Kraken, sections
 * 1 to 4.
 */
@NullMarked
package dev.sextant.venues.kraken.feed;

import org.jspecify.annotations.NullMarked;
