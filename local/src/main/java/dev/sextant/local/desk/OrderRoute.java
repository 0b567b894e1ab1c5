package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.live.LiveVenue;
import dev.sextant.local.venue.rest.ApiKey;
import java.math.BigDecimal;
import java.util.Optional;

/** Where the orders of a desk on live data go: to a paper venue here, or to the exchange itself. */
sealed interface OrderRoute extends AutoCloseable permits OrderRoute.Paper, ExchangeRoute {

    VenueAccess access();

    /** The exchange's time. */
    EpochClock clock();

    /** The component status {@code venue}. */
    JsonNode description();

    /** What is traded on, for the terminal. */
    String announcement();

    /** Why a strategy that is new rests until somebody starts it, or empty. */
    Optional<String> resting();

    /** What the account begins with. */
    BigDecimal startBalance();

    @Override
    void close();

    /** A paper venue that matches against the exchange's book. */
    record Paper(LiveVenue venue, ApiKey key, Settings settings, String words) implements OrderRoute {

        @Override
        public VenueAccess access() {
            return VenueAccess.paper(venue, key);
        }

        @Override
        public EpochClock clock() {
            return venue.marketClock();
        }

        @Override
        public JsonNode description() {
            return venue.description();
        }

        @Override
        public String announcement() {
            return words;
        }

        @Override
        public Optional<String> resting() {
            return Optional.empty();
        }

        @Override
        public BigDecimal startBalance() {
            return new BigDecimal(settings.text(Key.START_BALANCE));
        }

        @Override
        public void close() {
            venue.close();
        }
    }
}
