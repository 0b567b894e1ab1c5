package dev.sextant.ingest.kraken;

import dev.sextant.domain.market.Symbol;

/** What taking from the book of each pair costs. Asked from the thread of the books, and must not wait. */
public interface PairFees {

    /** Every pair the same, for ever. */
    static PairFees flat(int ppm) {
        return new PairFees() {
            @Override
            public int ppm(Symbol pair) {
                return ppm;
            }

            @Override
            public long version() {
                return 0;
            }
        };
    }

    /** In millionths of the cost, 0 to 100,000. */
    int ppm(Symbol pair);

    /** Another number than before once the fee of any pair has changed. */
    long version();
}
