/** Kraken's public feed: which pairs, their books kept right, and what to do when one isn't or nothing comes. */
@NullMarked
package dev.sextant.ingest.kraken;

import org.jspecify.annotations.NullMarked;
