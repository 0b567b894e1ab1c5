/** Kraken's live books through the detector, without a desk around it. */
@NullMarked
package dev.sextant.local.arb;

import org.jspecify.annotations.NullMarked;
