/** How long a frame of Kraken's book channel takes from its bytes to a book with a verified checksum, beside others. */
@NullMarked
package dev.sextant.bench.frame;

import org.jspecify.annotations.NullMarked;
