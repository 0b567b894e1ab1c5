package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderView;
import java.util.List;

/**
 * A request that changes the venue's state, as data: it can be sent later, or written down and sent again. Market events
 * and commands in their order are all a venue's state depends on.
 */
public sealed interface VenueCommand<T> {

    /** Does it at the moment it reaches the book, epoch ms of event time. */
    Outcome<T> at(SimulatedVenue venue, long reachedAtMs);

    /** {@link SimulatedVenue#place}. */
    record Place(NewOrder order) implements VenueCommand<OrderView> {
        @Override
        public Outcome<OrderView> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.place(order, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#cancel}. */
    record Cancel(Symbol symbol, OrderKey key) implements VenueCommand<OrderView> {
        @Override
        public Outcome<OrderView> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.cancel(symbol, key, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#cancelAll}. */
    record CancelAll(Symbol symbol) implements VenueCommand<List<OrderView>> {
        @Override
        public Outcome<List<OrderView>> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.cancelAll(symbol, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#placeAlgo}. */
    record PlaceAlgo(NewAlgoOrder order) implements VenueCommand<AlgoView> {
        @Override
        public Outcome<AlgoView> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.placeAlgo(order, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#cancelAlgo}. */
    record CancelAlgo(AlgoKey key) implements VenueCommand<AlgoView> {
        @Override
        public Outcome<AlgoView> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.cancelAlgo(key, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#payFunding}. */
    record PayFunding(Symbol symbol, long amountE8) implements VenueCommand<Long> {
        @Override
        public Outcome<Long> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.payFunding(symbol, amountE8, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#transfer}. */
    record Transfer(long amountE8) implements VenueCommand<Long> {
        @Override
        public Outcome<Long> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.transfer(amountE8, reachedAtMs);
        }
    }

    /** {@link SimulatedVenue#relist}. */
    record Relist(Instrument instrument) implements VenueCommand<Instrument> {
        @Override
        public Outcome<Instrument> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.relist(instrument);
        }
    }

    /** {@link SimulatedVenue#cancelAllAlgos}. */
    record CancelAllAlgos(Symbol symbol) implements VenueCommand<List<AlgoView>> {
        @Override
        public Outcome<List<AlgoView>> at(SimulatedVenue venue, long reachedAtMs) {
            return venue.cancelAllAlgos(symbol, reachedAtMs);
        }
    }
}
