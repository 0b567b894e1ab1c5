/**
 * The paper venue on a market that happens now: public market data of a real exchange come in over its own streams, orders
 * stay here and are matched against them.
 */
@NullMarked
package dev.sextant.local.venue.live;

import org.jspecify.annotations.NullMarked;
