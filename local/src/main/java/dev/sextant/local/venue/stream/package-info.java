/** The WebSocket side: routed paths, subscriptions, frames, pings, the private stream. */
@NullMarked
package dev.sextant.local.venue.stream;

import org.jspecify.annotations.NullMarked;
