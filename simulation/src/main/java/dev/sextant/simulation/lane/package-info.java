/**
 * The direct lane between the store and the spot exchange: the production classes that carry plans out and settle what is in
 * doubt, in processes that die, stand still and are doubled; what they are given to trade; and people.
 */
@NullMarked
package dev.sextant.simulation.lane;

import org.jspecify.annotations.NullMarked;
