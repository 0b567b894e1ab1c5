/** Paper, testnet, live: what each may talk to. Pure rules, asked by whoever puts a part together that holds a key. */
@NullMarked
package dev.sextant.venues.binance.mode;

import org.jspecify.annotations.NullMarked;
