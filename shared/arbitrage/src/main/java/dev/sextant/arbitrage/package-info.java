/** Triangular arbitrage on one venue: books, the graph of currencies, and the price of a cycle through depth. */
@NullMarked
package dev.sextant.arbitrage;

import org.jspecify.annotations.NullMarked;
