/** Exact numbers with a meaning: fixed-point integers for market data, decimals with a type for orders and money. */
@NullMarked
package dev.sextant.domain.money;

import org.jspecify.annotations.NullMarked;
