package dev.sextant.local.venue.capture;

import dev.sextant.venues.sim.book.Levels;

/** A captured REST answer of {@code /depth}; times in epoch ms. */
public record BookSnapshot(long lastUpdateId, long eventTimeMs, long transactTimeMs, Levels bids, Levels asks) {}
