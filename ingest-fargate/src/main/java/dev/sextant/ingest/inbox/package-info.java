/** What arrives, in one order, between the threads of the sockets and the one thread that works. */
@NullMarked
package dev.sextant.ingest.inbox;

import org.jspecify.annotations.NullMarked;
