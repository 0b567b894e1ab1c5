/**
 * Plumbing that every venue adapter shares: bounded HTTP reads, WebSocket connections, back-off, and JSON read under
 * limits. It knows no venue.
 */
@NullMarked
package dev.sextant.venues.http;

import org.jspecify.annotations.NullMarked;
