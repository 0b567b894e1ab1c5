/** What a cycle earns: a gate on the best prices, then exact amounts through depth, lots, fees and minimums. */
@NullMarked
package dev.sextant.arbitrage.price;

import org.jspecify.annotations.NullMarked;
