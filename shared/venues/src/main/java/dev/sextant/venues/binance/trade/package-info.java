/**
 * The private side of Binance USD-M futures: signing, placing, asking and cancelling over REST, and the pure rules that
 * turn an answer into yes, no or don't know. Only the placer, the reconciler and the local desk may hold it.
 */
@NullMarked
package dev.sextant.venues.binance.trade;

import org.jspecify.annotations.NullMarked;
