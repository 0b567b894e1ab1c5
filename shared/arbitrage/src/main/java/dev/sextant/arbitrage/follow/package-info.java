/** Opportunities followed: their plan, how long they last, and what is left of them after a while. */
@NullMarked
package dev.sextant.arbitrage.follow;

import org.jspecify.annotations.NullMarked;
