/**
 * An exchange with the habits of Binance's futures: client ids are unique among open orders only, reads lag behind and
 * forget, orders fill in parts and race their cancels, conditional orders live apart and become ordinary ones.
 */
@NullMarked
package dev.sextant.simulation.exchange;

import org.jspecify.annotations.NullMarked;
