package dev.sextant.recordings.book;

import dev.sextant.venues.kraken.feed.PairRules;
import java.util.List;

/** What a line of a recorded book feed says. */
public sealed interface BookRow {

    /** A book changed. */
    record Changed(BookEvent event) implements BookRow {}

    /** The venue tells the rules of pairs. */
    record Listed(List<PairRules> pairs) implements BookRow {}

    /** Something that is not about books: a heartbeat, an answer, the recorder's own line. */
    record Aside() implements BookRow {}

    /**
     * A line that can't be used: the pair's book can't be trusted until its next snapshot.
     *
     * @param pair empty when the line doesn't tell
     * @param reason names field, value and what would be right
     */
    record Malformed(String pair, String reason) implements BookRow {}
}
