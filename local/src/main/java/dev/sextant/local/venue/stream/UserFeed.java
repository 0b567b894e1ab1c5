package dev.sextant.local.venue.stream;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.wire.UserFrames;
import dev.sextant.venues.sim.VenueListener;
import dev.sextant.venues.sim.event.VenueEvent;
import java.util.Map;
import java.util.Objects;

/** Turns what the matching core reports into frames of the private stream. */
final class UserFeed implements VenueListener {

    private final Map<Symbol, ? extends Listed> listed;
    private final StreamHub hub;
    private final ListenKeys listenKeys;

    UserFeed(Map<Symbol, ? extends Listed> listed, StreamHub hub, ListenKeys listenKeys) {
        this.listed = listed;
        this.hub = hub;
        this.listenKeys = listenKeys;
    }

    @Override
    public void onEvent(VenueEvent event, long deliveredAtMs) {
        Symbol symbol = switch (event) {
            case VenueEvent.OrderReport report -> report.order().symbol();
            case VenueEvent.AccountReport report -> report.position().symbol();
            case VenueEvent.FundingReport report -> report.symbol();
            // Of no symbol; all are quoted in the one asset that was moved.
            case VenueEvent.TransferReport _ -> listed.keySet().iterator().next();
            case VenueEvent.AlgoReport report -> report.algo().request().symbol();
        };
        Listed market = Objects.requireNonNull(listed.get(symbol), "the core trades only what is listed");
        long markE8 = market.markE8(event.timeMs());
        String json = UserFrames.frame(event, market.instrument(), markE8, deliveredAtMs);
        for (String listenKey : listenKeys.active()) {
            hub.publishPrivate(listenKey, UserFrames.type(event), deliveredAtMs, json);
        }
    }
}
