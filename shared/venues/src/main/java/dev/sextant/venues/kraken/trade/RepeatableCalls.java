package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;

/**
 * Private reads and cancels: safe to repeat, so tried a bounded number of times with growing waits, each time with a
 * nonce of its own and counted. Placements never pass here.
 */
final class RepeatableCalls {

    private final Attempts attempts;
    private final SerialSender sender;
    private final Pacing pacing;

    RepeatableCalls(KrakenTradeSettings settings, SerialSender sender, Pacing pacing) {
        this.attempts = new Attempts(settings, pacing);
        this.sender = sender;
        this.pacing = pacing;
    }

    JsonFields read(KrakenCall call) throws VenueUnavailableException {
        return Attempts.result(call.method(), reply(call, Kind.READ));
    }

    Reply reply(KrakenCall call, Kind kind) throws VenueUnavailableException {
        return attempts.repeat(call.method(), kind, () -> once(call));
    }

    private TransportOutcome once(KrakenCall call) {
        long waitMs = pacing.counter().take(call.restCost(), pacing.clock().nowMs());
        return waitMs == 0
                ? sender.send(call)
                : new TransportOutcome.NotSent("the counter of calls is full for " + waitMs + " ms");
    }
}
