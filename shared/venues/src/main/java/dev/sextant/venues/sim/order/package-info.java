/** Regular orders as the simulated venue knows them: requests, their public view, fills. Status words are Binance's own. */
@NullMarked
package dev.sextant.venues.sim.order;

import org.jspecify.annotations.NullMarked;
