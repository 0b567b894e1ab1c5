package dev.sextant.venues.sim.book;

/** Price and quantity at it, both in units of 10⁻⁸. */
public record Level(long priceE8, long qtyE8) {}
