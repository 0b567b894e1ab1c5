/** Tests of this package. */
@NullMarked
package dev.sextant.arbitrage.book;

import org.jspecify.annotations.NullMarked;
