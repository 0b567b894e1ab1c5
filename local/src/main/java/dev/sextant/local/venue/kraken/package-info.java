/** A venue on loopback that speaks Kraken's public WebSocket protocol, over a made-up market. */
@NullMarked
package dev.sextant.local.venue.kraken;

import org.jspecify.annotations.NullMarked;
