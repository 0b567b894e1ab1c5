package dev.sextant.local.direct;

import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import java.util.concurrent.atomic.AtomicLong;

/** What a desk trades on: a venue on loopback, and what makes its books go on. */
interface Stage extends AutoCloseable {

    KrakenVenueServer venue();

    /** The clock has gone on. */
    void step();

    @Override
    void close();

    /** A made-up market. */
    static Stage madeUp(long seed, AtomicLong clock) {
        try {
            KrakenVenueServer venue = new KrakenVenueServer(new MadeMarket(seed, clock.get()), clock::get);
            return new Stage() {
                @Override
                public KrakenVenueServer venue() {
                    return venue;
                }

                @Override
                public void step() {
                    venue.step();
                }

                @Override
                public void close() {
                    venue.close();
                }
            };
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
