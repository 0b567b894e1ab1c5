/** Tests of this package. */
@NullMarked
package dev.sextant.ingest.opportunity;

import org.jspecify.annotations.NullMarked;
