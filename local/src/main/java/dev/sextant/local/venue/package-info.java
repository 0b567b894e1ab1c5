/**
 * The venue server: a loopback server that speaks Binance USD-M futures (REST, WebSocket, signatures, limits, error
 * bodies), plays a recorded capture and matches orders with the simulated venue. What it speaks and what it makes up is
 * told in {@code docs/venue-server.md}.
 */
@NullMarked
package dev.sextant.local.venue;

import org.jspecify.annotations.NullMarked;
