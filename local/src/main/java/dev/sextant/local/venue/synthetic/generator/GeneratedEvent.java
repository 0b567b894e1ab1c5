package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;

/** Something that happens at the synthetic exchange. The order of the cases is the order within a millisecond. */
public sealed interface GeneratedEvent {

    /** Which symbol, by its place in the plan. */
    int symbol();

    long timeMs();

    /** One single trade. */
    record Single(int symbol, RawTrade trade) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return trade.eventTimeMs();
        }
    }

    /** A new best bid and ask. */
    record Quoted(int symbol, TopOfBook top) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return top.eventTimeMs();
        }
    }

    /**
     * The levels behind the best ones, made anew each second.
     *
     * @param diff what changes
     * @param book everything after it
     */
    record Ladder(int symbol, DepthDiff diff, BookSnapshot book) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return diff.eventTimeMs();
        }
    }

    /**
     * An aggregate trade.
     *
     * @param sent false when the feed loses it: REST knows it, no socket does
     */
    record Aggregate(int symbol, TimedAggTrade trade, boolean sent) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return trade.eventTimeMs();
        }
    }

    /** A position closed by force; its trades come on their own. */
    record Forced(int symbol, Liquidation liquidation, long priceE8) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return liquidation.timeMs();
        }
    }

    /** A full second: whatever is read rather than streamed, and the mark price; always the last of its millisecond. */
    record Second(int symbol, SecondReading reading) implements GeneratedEvent {
        @Override
        public long timeMs() {
            return reading.timeMs();
        }
    }

    /** The place among the events of a millisecond. */
    default int rank() {
        return switch (this) {
            case Single _ -> 0;
            case Quoted _ -> 1;
            case Ladder _ -> 2;
            case Aggregate _ -> 3;
            case Forced _ -> 4;
            case Second _ -> 5;
        };
    }
}
