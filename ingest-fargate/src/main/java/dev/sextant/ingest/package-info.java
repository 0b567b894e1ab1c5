/**
 * Exchange WebSockets in, frames and ticks out. {@link dev.sextant.ingest.Ingest} is the steppable core without a thread\n * or a clock; {@link dev.sextant.ingest.IngestComposition} puts it between real sockets and real streams, and\n * {@link dev.sextant.ingest.IngestMain} starts that, on a laptop and in the container alike.
 */
@NullMarked
package dev.sextant.ingest;

import org.jspecify.annotations.NullMarked;
