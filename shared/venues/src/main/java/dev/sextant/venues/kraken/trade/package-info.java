/**
 * The private side of Kraken spot over REST: signing, placing, asking and cancelling, and the pure rules that turn an
 * answer into yes, no or don't know. Sockets and clocks are parameters. Only the placer, the reconciler and the local
 * desk may hold it.
 */
@NullMarked
package dev.sextant.venues.kraken.trade;

import org.jspecify.annotations.NullMarked;
