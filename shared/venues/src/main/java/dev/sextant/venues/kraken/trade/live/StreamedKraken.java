package dev.sextant.venues.kraken.trade.live;

import static java.util.Objects.requireNonNull;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.DelegatingVenue;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.KrakenVenue;
import dev.sextant.venues.kraken.trade.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Kraken account whose orders go by its private socket while that is live, and by REST else. What an order came to is
 * waited for on the stream for a moment, so that placing it tells its end; everything the stream does not know is REST's to say.
 * Each order is sent once, by one of the two.
 */
public final class StreamedKraken extends DelegatingVenue {

    /** How long an order that trades at once is followed on the stream. */
    private static final long FOLLOW_MS = 500;

    private final KrakenStream stream;
    private final long lifeMs;

    /** @param lifeMs from signing to the deadline of an order, 500 to 60,000 */
    public StreamedKraken(KrakenVenue rest, KrakenStream stream, long lifeMs) {
        super(rest);
        this.stream = stream;
        this.lifeMs = lifeMs;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        if (request.type() != OrderType.LIMIT_IOC) {
            return venue.place(request, signedAtMs);
        }
        KrakenOrder order = new KrakenOrder(
                request.symbol(),
                request.clientOrderId(),
                request.side(),
                request.quantity(),
                requireNonNull(request.limitPrice(), "a limited order has a limit price"),
                TimeInForce.IOC);
        return stream.place(order, signedAtMs, lifeMs)
                .map(placed -> placed instanceof Placement.Accepted accepted ? followed(accepted) : placed)
                .orElseGet(() -> venue.place(request, signedAtMs));
    }

    private Placement followed(Placement.Accepted accepted) {
        String id = accepted.order().clientOrderId();
        try {
            return new Placement.Accepted(stream.tracks()
                    .whole(id)
                    .get(FOLLOW_MS, TimeUnit.MILLISECONDS)
                    .order());
        } catch (TimeoutException | ExecutionException e) {
            return accepted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return accepted;
        }
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        Optional<OrderTracks.Known> known = stream.known(clientOrderId)
                .filter(OrderTracks.Known::isWhole)
                .filter(order -> order.order().symbol().equals(symbol));
        return known.<Lookup>map(order -> new Lookup.Found(order.order()))
                .orElseGet(() -> venue.find(symbol, clientOrderId, type));
    }

    /** {@inheritDoc} The stream's, where it has told all of them. */
    @Override
    public List<Fill> fillsOf(VenueOrder order, long sinceMs) throws VenueUnavailableException {
        Optional<OrderTracks.Known> known = stream.known(order.clientOrderId()).filter(OrderTracks.Known::isWhole);
        return known.isPresent() ? known.get().fills() : venue.fillsOf(order, sinceMs);
    }
}
