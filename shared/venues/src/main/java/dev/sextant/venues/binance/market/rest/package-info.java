/**
 * Public REST reads of Binance USD-M futures: {@link dev.sextant.venues.binance.market.rest.BinanceMarketRest} asks,
 * pure functions read the answers, and a budget keeps within the venue's limits.
 */
@NullMarked
package dev.sextant.venues.binance.market.rest;

import org.jspecify.annotations.NullMarked;
