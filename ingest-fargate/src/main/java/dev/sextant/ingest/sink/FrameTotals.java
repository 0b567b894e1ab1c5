package dev.sextant.ingest.sink;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stream has accepted of one symbol.
 *
 * @param bytes encoded; 0 when the sink doesn't say
 */
public record FrameTotals(long frames, long trades, long bytes) {

    /** Nothing yet. */
    public static final FrameTotals NONE = new FrameTotals(0, 0, 0);

    private FrameTotals plus(long moreFrames, long moreTrades, long moreBytes) {
        return new FrameTotals(frames + moreFrames, trades + moreTrades, bytes + moreBytes);
    }

    /** The totals of several symbols, added up put by put. */
    static final class BySymbol {
        private final Map<Symbol, FrameTotals> totals = new HashMap<>();

        void add(List<MarketRecord> accepted, Receipt receipt) {
            for (MarketRecord entry : accepted) {
                if (entry instanceof Frame frame) {
                    add(frame.symbol(), 1, frame.trades().size(), 0);
                }
            }
            receipt.frameBytes().forEach((symbol, bytes) -> add(symbol, 0, 0, bytes));
        }

        private void add(Symbol symbol, long frames, long trades, long bytes) {
            totals.put(symbol, totals.getOrDefault(symbol, NONE).plus(frames, trades, bytes));
        }

        Map<Symbol, FrameTotals> copy() {
            return Map.copyOf(totals);
        }
    }
}
