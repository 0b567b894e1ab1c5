package dev.sextant.platform.portfolio;

import dev.sextant.domain.order.Fill;

/**
 * A fill as it was booked.
 *
 * @param ordinal its number in the order of booking; numbers have holes
 * @param roundTrip id of the round trip it belongs to
 */
public record BookedFill(long ordinal, String roundTrip, Fill fill) {}
