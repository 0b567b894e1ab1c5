/** Tests of this package. */
@NullMarked
package dev.sextant.ingest.kraken;

import org.jspecify.annotations.NullMarked;
