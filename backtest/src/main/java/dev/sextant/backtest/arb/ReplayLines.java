package dev.sextant.backtest.arb;

import dev.sextant.recordings.book.BookEvent;

/** Takes what a replay finds, in the order it is known. */
interface ReplayLines {

    /** An opportunity is over, and everything about it known. */
    void opportunity(Told told);

    /** The best edge after an update. */
    void edge(BookEvent event, EdgeTrace.Edge edge);

    /** A line that could not be used. */
    void malformed(String file, long line, String reason);
}
