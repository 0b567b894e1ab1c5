package dev.sextant.backtest.arb;

/**
 * What of a recording could be used.
 *
 * @param markets pairs with a book
 * @param cycles cycles that were watched
 * @param events messages about books that were used
 * @param beforeSnapshot messages about a book that was not there yet
 * @param malformed lines that can't be read
 * @param outOfRange messages with a price or quantity beyond what can be counted
 * @param checksums checksums that were compared
 * @param wrongChecksums those that were wrong
 * @param crossed messages after which bid was not below ask
 * @param backInTime messages older than one before
 */
public record BookHealth(
        int markets,
        int cycles,
        long events,
        long beforeSnapshot,
        long malformed,
        long outOfRange,
        long checksums,
        long wrongChecksums,
        long crossed,
        long backInTime) {

    static BookHealth of(ReplaySummary summary) {
        BookCounts counts = summary.counts();
        return new BookHealth(
                summary.markets(),
                summary.cycles(),
                counts.events,
                counts.beforeSnapshot,
                counts.malformed,
                counts.outOfRange,
                counts.checksums,
                counts.wrongChecksums,
                counts.crossed,
                counts.backInTime);
    }
}
