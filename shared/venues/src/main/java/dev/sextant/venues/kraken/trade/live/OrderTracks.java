package dev.sextant.venues.kraken.trade.live;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.PrivateMessage.OrderUpdate;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the stream has told of our newest orders, by our own id. Thread-safe. */
final class OrderTracks {

    private static final int KEPT = 1_000;

    private final Map<String, Track> tracks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Track> eldest) {
            return size() > KEPT;
        }
    };

    /** An order with the fills that were told of it. */
    record Known(VenueOrder order, List<Fill> fills) {

        Known {
            fills = List.copyOf(fills);
        }

        /** Whether nothing will happen to it any more and every fill of it was told. */
        boolean isWhole() {
            BigDecimal told =
                    fills.stream().map(fill -> fill.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean over = switch (order.status()) {
                case FILLED, CANCELED, EXPIRED, REJECTED -> true;
                case OPEN, PARTIALLY_FILLED -> false;
            };
            return over && told.compareTo(order.filled().value()) == 0;
        }
    }

    private static final class Track {
        private final List<Fill> fills = new ArrayList<>();
        private final CompletableFuture<Known> whole = new CompletableFuture<>();
        private Optional<VenueOrder> order = Optional.empty();
    }

    private Track track(String clientOrderId) {
        return tracks.computeIfAbsent(clientOrderId, _ -> new Track());
    }

    synchronized void take(OrderUpdate update) {
        Track track = track(update.order().clientOrderId());
        track.order = Optional.of(update.order());
        update.execution().ifPresent(track.fills::add);
        Known known = new Known(update.order(), track.fills);
        if (known.isWhole()) {
            track.whole.complete(known);
        }
    }

    /** Completes when an order is over and all its fills were told; never, where that doesn't come. */
    synchronized CompletableFuture<Known> whole(String clientOrderId) {
        return track(clientOrderId).whole;
    }

    /** As it was last told. */
    synchronized Optional<Known> known(String clientOrderId) {
        Track track = tracks.get(clientOrderId);
        return track == null ? Optional.empty() : track.order.map(order -> new Known(order, track.fills));
    }

    /** Nothing of this is to be relied on any more. */
    synchronized void forget() {
        tracks.clear();
    }
}
