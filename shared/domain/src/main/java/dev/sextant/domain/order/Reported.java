package dev.sextant.domain.order;

/**
 * Where an order stands after a report.
 *
 * @param changed false when the report told nothing new
 * @param newFills fills that were booked by it
 * @param tradeClosed true when it ended the round trip
 */
public record Reported(OrderState state, long version, boolean changed, int newFills, boolean tradeClosed) {}
