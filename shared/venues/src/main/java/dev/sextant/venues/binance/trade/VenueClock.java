package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.OptionalLong;

/**
 * The venue's time, as requests are signed with. There are two because one assumption differs: an exchange's clock
 * advances one second in a second, so an offset measured a minute ago still holds and costs nothing. In a replay the
 * venue's clock is the clock of the recorded market: it stands still while the replay is paused and runs many times
 * faster when asked to, so an offset is stale as soon as it is measured and the only truth is to ask.
 */
public sealed interface VenueClock permits OffsetClock, VenueOwnClock {

    /**
     * The venue's time now, epoch milliseconds.
     *
     * @throws VenueUnavailableException when it had to be asked and did not answer
     */
    long nowMs() throws VenueUnavailableException;

    /** Forgets what was measured: after a restore from a snapshot, or when the venue refused a timestamp. */
    void forget();

    /** Venue time minus this machine's, milliseconds, as last measured; empty before, and where it has no meaning. */
    OptionalLong offsetMs();
}
