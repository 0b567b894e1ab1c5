package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.OptionalLong;

/**
 * Asks each time. Nothing is added for the way back: a clock that stands still would be overtaken, and a timestamp that
 * is a little old is what the receive window is for.
 */
final class VenueOwnClock implements VenueClock {

    private final ServerTime serverTime;

    VenueOwnClock(ServerTime serverTime) {
        this.serverTime = serverTime;
    }

    @Override
    public long nowMs() throws VenueUnavailableException {
        return serverTime.askMs();
    }

    @Override
    public void forget() {}

    @Override
    public OptionalLong offsetMs() {
        return OptionalLong.empty();
    }
}
