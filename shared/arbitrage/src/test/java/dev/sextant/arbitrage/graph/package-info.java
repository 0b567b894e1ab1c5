/** Tests of this package. */
@NullMarked
package dev.sextant.arbitrage.graph;

import org.jspecify.annotations.NullMarked;
