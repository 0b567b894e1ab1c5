package dev.sextant.backtest.arb;

/** What a replay met while it followed the books. */
final class BookCounts {
    long events;
    long snapshots;
    long beforeSnapshot;
    long malformed;
    long outOfRange;
    long checksums;
    long wrongChecksums;
    long crossed;
    long backInTime;
}
