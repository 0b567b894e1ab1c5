package dev.sextant.local.venue.play;

import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The event times a capture covers.
 *
 * @param firstMs the full second before the first event: where a play from the beginning starts
 * @param lastMs event time of the last frame
 */
public record TapeSpan(long firstMs, long lastMs) {

    /** The span of all tapes together. */
    public static TapeSpan of(Collection<SymbolTape> tapes) {
        long firstMs = Long.MAX_VALUE;
        long lastMs = Long.MIN_VALUE;
        for (SymbolTape tape : tapes) {
            for (TapeSpan part : List.of(
                    span(tape.aggTrades(), TimedAggTrade::eventTimeMs),
                    span(tape.tops(), TopOfBook::eventTimeMs),
                    span(tape.diffs(), DepthDiff::eventTimeMs),
                    span(tape.diffs(), TapeSpan::sentAtMs))) {
                firstMs = Math.min(firstMs, part.firstMs());
                lastMs = Math.max(lastMs, part.lastMs());
            }
        }
        if (lastMs < firstMs) {
            throw new IllegalArgumentException("capture has no event of any symbol, expected trades or a book");
        }
        return new TapeSpan(Math.floorDiv(firstMs - 1, SecondsSource.SECOND_MS) * SecondsSource.SECOND_MS, lastMs);
    }

    private static long sentAtMs(DepthDiff diff) {
        return DepthCoalescer.sentAtMs(diff.eventTimeMs());
    }

    private static <T> TapeSpan span(List<T> events, ToLongFunction<T> timeMs) {
        return events.isEmpty()
                ? new TapeSpan(Long.MAX_VALUE, Long.MIN_VALUE)
                : new TapeSpan(timeMs.applyAsLong(events.getFirst()), timeMs.applyAsLong(events.getLast()));
    }
}
