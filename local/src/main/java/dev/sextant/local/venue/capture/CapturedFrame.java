package dev.sextant.local.venue.capture;

import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;

/** One line of a capture that matters. The symbol is the upper-case wire name. */
sealed interface CapturedFrame {

    record Trade(String symbol, RawTrade trade) implements CapturedFrame {}

    record Aggregate(String symbol, TimedAggTrade trade) implements CapturedFrame {}

    record Top(String symbol, TopOfBook top) implements CapturedFrame {}

    record Diff(String symbol, DepthDiff diff) implements CapturedFrame {}

    /** A REST answer; it doesn't name its symbol. */
    record Snapshot(BookSnapshot snapshot) implements CapturedFrame {}

    /** Something the player has no use for. */
    record Other() implements CapturedFrame {}
}
