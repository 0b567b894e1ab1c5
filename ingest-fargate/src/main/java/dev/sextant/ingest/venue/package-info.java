/**
 * The ingest's ports on Binance USD-M futures: sockets, trade history, indicators, clock and filters.
 */
@NullMarked
package dev.sextant.ingest.venue;

import org.jspecify.annotations.NullMarked;
