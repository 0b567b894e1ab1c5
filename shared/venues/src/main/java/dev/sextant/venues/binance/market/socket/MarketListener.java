package dev.sextant.venues.binance.market.socket;

import dev.sextant.venues.binance.market.MarketEvent;

/**
 * Hears a {@link BinanceMarketSocket}. Events come from connection threads, one at a time per connection; during a
 * rotation two connections overlap and tell the same events twice. A call that blocks slows the venue down.
 */
public interface MarketListener {

    /** Streams flow from here on; whatever happened before this moment may be missing. */
    void onConnected();

    /** A younger connection took over from an old one; nothing is missing. */
    void onRotated();

    /** An event; {@code chars} is the length of its message. */
    void onEvent(MarketEvent event, int chars);

    /** A message was dropped because it is not what the protocol allows. */
    void onMalformed(String reason);

    /** The streams stand still, or could not be opened, until the next {@link #onConnected}. */
    void onLost(String reason);
}
