/**
 * Who tells the time while several ingests read the market: the holder of a lease that the database gives.
 */
@NullMarked
package dev.sextant.ingest.lease;

import org.jspecify.annotations.NullMarked;
