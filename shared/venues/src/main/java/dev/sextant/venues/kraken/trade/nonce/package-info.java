/** Nonces of a Kraken key: where they come from and how they are kept rising across restarts. */
@NullMarked
package dev.sextant.venues.kraken.trade.nonce;

import org.jspecify.annotations.NullMarked;
