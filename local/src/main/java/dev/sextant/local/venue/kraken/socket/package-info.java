/** The made-up Kraken's private WebSocket: orders in, what happens to them out. */
@NullMarked
package dev.sextant.local.venue.kraken.socket;

import org.jspecify.annotations.NullMarked;
