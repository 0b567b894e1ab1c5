package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.trade.BinanceVenues;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Puts the reconciler together. The local desk brings its own clock, database client and venue. */
@Factory
final class ReconcilerFactory {

    @Singleton
    @Requires(notEnv = "desk")
    TradingVenue venue() {
        return BinanceVenues.fromEnvironment(System.getenv());
    }

    @Singleton
    Account account(@Value("${sextant.account}") String name) {
        return new Account(name);
    }

    @Singleton
    Reconciler reconciler(SqlClient sql, TradingVenue venue) {
        return new Reconciler(new SqlOrderStore(sql), venue, new SqlPortfolio(sql));
    }
}
