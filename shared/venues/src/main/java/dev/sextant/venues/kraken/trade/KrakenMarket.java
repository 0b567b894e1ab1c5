package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import java.util.List;

/** The few public questions trading needs. No key is used. */
public final class KrakenMarket {

    private final Attempts attempts;
    private final KrakenTransport transport;

    /** @param pacing its counter is left alone: public questions are counted by address, and how is not published */
    public KrakenMarket(KrakenTradeSettings settings, KrakenTransport transport, Pacing pacing) {
        this.attempts = new Attempts(settings, pacing);
        this.transport = transport;
    }

    private JsonFields ask(String method) throws VenueUnavailableException {
        KrakenRequest question = KrakenRequest.get(method);
        return Attempts.result(method, attempts.repeat(method, Kind.READ, () -> transport.send(question, () -> {})));
    }

    /** The venue's time in whole seconds: good for finding a clock that is far off, and for nothing finer. */
    public long timeSeconds() throws VenueUnavailableException {
        try {
            return Amounts.micros(ask("Time"), "unixtime") / 1_000_000;
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("Time: " + e.getMessage(), e);
        }
    }

    /** What the venue lets be done as a whole. */
    public MarketStatus status() throws VenueUnavailableException {
        try {
            return MarketStatus.of(ask("SystemStatus").text("status"));
        } catch (MalformedJson e) {
            throw new VenueUnavailableException("SystemStatus: " + e.getMessage(), e);
        }
    }

    /** All pairs that can be read; nothing can be sent for another. */
    public List<AssetPair> pairs() throws VenueUnavailableException {
        return AssetPairs.read(ask("AssetPairs")).pairs();
    }
}
