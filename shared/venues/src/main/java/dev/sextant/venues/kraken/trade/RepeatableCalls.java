package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;

/**
 * Private reads and cancels: safe to repeat, so tried a bounded number of times with growing waits, each time with a
 * nonce of its own and counted. Placements never pass here.
 */
final class RepeatableCalls {

    /** How long a call waits for room in the counter. */
    private static final long MOST_WAIT_MS = 8_000;

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

    /** Waits for room where it comes soon: one question that is answered late is worth more than many that never leave. */
    private TransportOutcome once(KrakenCall call) {
        for (long waitedMs = 0; ; ) {
            long waitMs = pacing.counter().take(call.restCost(), pacing.clock().nowMs());
            if (waitMs == 0) {
                return sender.send(call);
            }
            if (waitedMs + waitMs > MOST_WAIT_MS) {
                return new TransportOutcome.NotSent("the counter of calls is full for " + waitMs + " ms");
            }
            try {
                pacing.sleeper().sleep(waitMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new TransportOutcome.NotSent("interrupted while waiting for room, nothing was sent");
            }
            waitedMs += waitMs;
        }
    }
}
