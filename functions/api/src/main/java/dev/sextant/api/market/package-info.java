/** What the market did: rates, candles, indicators, trades and the gap ledger. */
@NullMarked
package dev.sextant.api.market;

import org.jspecify.annotations.NullMarked;
