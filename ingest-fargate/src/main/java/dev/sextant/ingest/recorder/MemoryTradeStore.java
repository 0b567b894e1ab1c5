package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trade store in memory: for tests, for offline commands, and as the model the SQL one is compared with. */
public final class MemoryTradeStore implements TradeStore {

    private static final class Rows {
        private final TreeMap<Long, AggTrade> trades = new TreeMap<>();
        private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
        private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    }

    private final Map<Symbol, Rows> bySymbol = new HashMap<>();
    private final Map<String, IndicatorReading> indicators = new TreeMap<>();
    private final Set<Liquidation> liquidations = new LinkedHashSet<>();

    private Rows rows(Symbol symbol) {
        return bySymbol.computeIfAbsent(symbol, _ -> new Rows());
    }

    @Override
    public synchronized long insertTrades(Symbol symbol, List<AggTrade> trades) {
        return trades.stream()
                .filter(trade -> rows(symbol).trades.putIfAbsent(trade.aggId(), trade) == null)
                .count();
    }

    @Override
    public synchronized BucketOutcome storeBucket(Symbol symbol, Bucket bucket, BucketSource source) {
        TreeMap<Long, Bucket> buckets = rows(symbol).buckets;
        Bucket row = buckets.putIfAbsent(bucket.startMs(), bucket);
        if (row == null) {
            return BucketOutcome.STORED;
        }
        if (!bucket.complete()) {
            return BucketOutcome.SAME;
        }
        if (!row.complete()) {
            buckets.put(bucket.startMs(), bucket);
            return BucketOutcome.UPGRADED;
        }
        return row.contentHash().equals(bucket.contentHash()) ? BucketOutcome.SAME : BucketOutcome.DIFFERENT;
    }

    @Override
    public synchronized void saveGap(Gap gap) {
        rows(gap.symbol()).gaps.merge(gap.fromAggId(), gap, (row, next) -> row.filled() ? row : next);
    }

    @Override
    public synchronized void saveIndicator(IndicatorReading reading) {
        indicators.putIfAbsent(reading.id(), reading);
    }

    @Override
    public synchronized void saveLiquidation(Liquidation liquidation) {
        liquidations.add(liquidation);
    }

    @Override
    public synchronized @Nullable RecordedSoFar recordedSoFar(Symbol symbol) {
        Rows rows = rows(symbol);
        if (rows.trades.isEmpty()) {
            return null;
        }
        return new RecordedSoFar(
                rows.trades.firstEntry().getValue(),
                rows.trades.lastEntry().getValue(),
                rows.gaps.values().stream().filter(gap -> !gap.filled()).toList());
    }

    @Override
    public synchronized List<AggTrade> trades(Symbol symbol, long fromAggId, long toAggId, int limit) {
        return rows(symbol).trades.tailMap(fromAggId).values().stream()
                .takeWhile(trade -> trade.aggId() <= toAggId)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Bucket> completeBuckets(Symbol symbol, long fromAggId, long toAggId) {
        return complete(rows(symbol).buckets)
                .filter(bucket ->
                        bucket.sums().lastAggId() >= fromAggId && bucket.sums().firstAggId() <= toAggId)
                .toList();
    }

    @Override
    public synchronized @Nullable Bucket completeBefore(Symbol symbol, long aggId) {
        return complete(rows(symbol).buckets.descendingMap())
                .filter(bucket -> bucket.sums().lastAggId() < aggId)
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized @Nullable Bucket completeAfter(Symbol symbol, long aggId) {
        return complete(rows(symbol).buckets)
                .filter(bucket -> bucket.sums().firstAggId() > aggId)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Bucket> complete(Map<Long, Bucket> buckets) {
        return buckets.values().stream().filter(Bucket::complete);
    }

    /** All trades of a symbol in id order. */
    public synchronized List<AggTrade> trades(Symbol symbol) {
        return List.copyOf(rows(symbol).trades.values());
    }

    /** All buckets of a symbol by start. */
    public synchronized List<Bucket> buckets(Symbol symbol) {
        return List.copyOf(rows(symbol).buckets.values());
    }

    /** All gaps of a symbol by first id. */
    public synchronized List<Gap> gaps(Symbol symbol) {
        return List.copyOf(rows(symbol).gaps.values());
    }

    /** All readings by id. */
    public synchronized List<Liquidation> liquidations() {
        return List.copyOf(liquidations);
    }

    public synchronized List<IndicatorReading> indicators() {
        return new ArrayList<>(indicators.values());
    }
}
