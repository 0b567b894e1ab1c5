package dev.sextant.local.venue.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import java.util.Map;

/** A market that can be played again and again, and is the same each time: recorded, or made up. */
public interface PlayedMarket {

    /** What it is, in words that no other market has: what a journal of orders belongs to. */
    String identity();

    TapeSpan span();

    /** By symbol, sorted. */
    Map<Symbol, MarketFacts> facts();

    /** Brings it to its beginning, tells the core what is known there, and gives back what comes. */
    StagedMarket stage(VenueCore core, FramePublisher publisher);

    /** Aggregate trades that have been told up to a position, since the beginning. */
    long playedTrades(long positionMs);

    /** Adds to the venue's own status: {@code capture}, {@code symbols}, {@code synthetic_inputs} and more. */
    void describe(ObjectNode status);
}
