package dev.sextant.venues.sim.book;

/**
 * One {@code bookTicker}: best bid and ask.
 *
 * @param updateId {@code u}, comparable with the ids of depth events
 * @param eventTimeMs {@code E}, epoch ms
 * @param transactTimeMs {@code T}, epoch ms
 */
public record TopOfBook(
        long updateId,
        long bidPriceE8,
        long bidQtyE8,
        long askPriceE8,
        long askQtyE8,
        long eventTimeMs,
        long transactTimeMs) {}
