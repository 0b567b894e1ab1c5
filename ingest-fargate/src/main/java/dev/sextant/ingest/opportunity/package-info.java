/**
 * Triangles in Kraken's live books: found, followed and written to the desk's database by the holder of the ingest's lease.
 */
@NullMarked
package dev.sextant.ingest.opportunity;

import org.jspecify.annotations.NullMarked;
