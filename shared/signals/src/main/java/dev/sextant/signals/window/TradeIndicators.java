package dev.sextant.signals.window;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The offline runner: one symbol's trades in, rows out. A row at T comes out with the first trade at or past T, so the
 * rows are those with {@code first trade time < T ≤ last trade time}. Used by {@code sextant indicators} and back-tests.
 *
 * <p>A trade whose time lies before the open bucket (the venue sent it late) counts in the open bucket, as it does live.
 */
public final class TradeIndicators {

    private final BucketBuilder builder = new BucketBuilder();
    private final IndicatorEngine engine;

    public TradeIndicators(IndicatorSpec spec) {
        engine = new IndicatorEngine(spec);
    }

    /**
     * Folds the next trade and returns the rows it completed, oldest first.
     *
     * @throws IllegalArgumentException when ids go back
     */
    public List<IndicatorRow> onTrade(AggTrade trade) {
        List<Bucket> closed = builder.onTrade(trade);
        if (closed.isEmpty()) {
            return List.of();
        }
        List<IndicatorRow> rows = new ArrayList<>(closed.size());
        for (Bucket bucket : closed) {
            rows.add(engine.onBucket(bucket));
        }
        return rows;
    }
}
