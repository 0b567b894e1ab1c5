/**
 * The private side of Kraken's WebSocket v2 without the socket: texts to send, messages read, and executions folded into
 * orders.
 */
@NullMarked
package dev.sextant.venues.kraken.trade.socket;

import org.jspecify.annotations.NullMarked;
