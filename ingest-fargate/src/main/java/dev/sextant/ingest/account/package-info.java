/**
 * The accounts' private streams at the venue: sockets that stay up, and their messages on the way to the {@code decisions}
 * stream. Holds the stream's key and nothing that could trade.
 */
@NullMarked
package dev.sextant.ingest.account;

import org.jspecify.annotations.NullMarked;
