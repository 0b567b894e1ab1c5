package dev.sextant.local.venue.play;

/** Comparisons of the kept book with the best bid and ask of the same update id, and how many disagreed. */
public record BookChecks(int made, int failed) {}
