/** How long the detector of arbitrage takes for an update of a book, beside other ways of looking for cycles. */
@NullMarked
package dev.sextant.bench.detect;

import org.jspecify.annotations.NullMarked;
