package dev.sextant.direct.exam;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.util.Optional;

/**
 * What is examined.
 *
 * @param trader the key that trades
 * @param nonces its nonces
 * @param reader a second key, which must not be able to trade
 * @param tier the account's level as configured
 * @param feed which pairs, starts, legs, and the configured fee
 */
public record Subject(
        KrakenTrading.Addresses addresses,
        KrakenCredentials trader,
        NonceSource nonces,
        Optional<Reader> reader,
        Tier tier,
        FeedSettings feed) {

    /** A key that only reads, with its nonces. */
    public record Reader(KrakenCredentials key, NonceSource nonces) {}
}
