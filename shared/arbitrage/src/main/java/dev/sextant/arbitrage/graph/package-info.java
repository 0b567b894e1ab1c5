/** Markets, the graph of their currencies, and its short cycles. */
@NullMarked
package dev.sextant.arbitrage.graph;

import org.jspecify.annotations.NullMarked;
