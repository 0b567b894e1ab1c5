package dev.sextant.venues.sim.book;

/**
 * One {@code depthUpdate}: the absolute quantities of the levels that changed.
 *
 * @param firstUpdateId {@code U}
 * @param lastUpdateId {@code u}
 * @param previousUpdateId {@code pu}: the {@code u} of the event before
 * @param eventTimeMs {@code E}, epoch ms
 * @param transactTimeMs {@code T}, epoch ms
 */
public record DepthDiff(
        long firstUpdateId,
        long lastUpdateId,
        long previousUpdateId,
        long eventTimeMs,
        long transactTimeMs,
        Levels bids,
        Levels asks) {}
