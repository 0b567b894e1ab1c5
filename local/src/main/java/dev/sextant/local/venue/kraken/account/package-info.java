/** An account on the made-up Kraken: its orders, how they trade against the books, its balances, fees and limits. */
@NullMarked
package dev.sextant.local.venue.kraken.account;

import org.jspecify.annotations.NullMarked;
