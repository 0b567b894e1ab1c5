package dev.sextant.local.trades;

import dev.sextant.domain.market.AggTrade;

/** What one line of a trade file turned out to be. */
sealed interface ParsedLine {

    record Trade(AggTrade trade) implements ParsedLine {}

    /** A header, another symbol, another kind of frame. */
    record Other() implements ParsedLine {}

    /** A frame that can't be read; a recording may hold some. */
    record Dropped(String reason) implements ParsedLine {}

    /** A line that makes the whole file unusable. */
    record Wrong(String reason) implements ParsedLine {}
}
