package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the recorder keeps what it read. Every write may be repeated and then changes nothing, so that a batch that comes
 * again is harmless. A failure is any unchecked exception: the batch comes again.
 */
public interface TradeStore {

    /**
     * Inserts trades under (symbol, aggregate id); those that are there already are left alone.
     *
     * @return rows newly inserted
     */
    long insertTrades(Symbol symbol, List<AggTrade> trades);

    /**
     * Inserts a bucket under (symbol, start), or compares it with the row that is there. A complete row never changes; an
     * incomplete one changes once, into a complete one. An incomplete bucket says nothing against any row.
     */
    BucketOutcome storeBucket(Symbol symbol, Bucket bucket, BucketSource source);

    /** Inserts a gap under (symbol, first id) or replaces the row that is there, unless that one is filled. */
    void saveGap(Gap gap);

    /** Inserts a reading under its id; the same id again is left alone. */
    void saveIndicator(IndicatorReading reading);

    /** Inserts an observed liquidation; the same one again is left alone. */
    void saveLiquidation(Liquidation liquidation);

    /** Where recording of a symbol stands, or null before its first trade. */
    @Nullable
    RecordedSoFar recordedSoFar(Symbol symbol);

    /**
     * Stored trades with ids from {@code fromAggId} to {@code toAggId}, both included, in id order.
     *
     * @param limit most to return
     */
    List<AggTrade> trades(Symbol symbol, long fromAggId, long toAggId, int limit);

    /**
     * Complete stored buckets that touch a range of ids: last id at or after {@code fromAggId}, first id at or before
     * {@code toAggId}; by start.
     */
    List<Bucket> completeBuckets(Symbol symbol, long fromAggId, long toAggId);

    /** The latest complete bucket, by start, whose last id is below this one. */
    @Nullable
    Bucket completeBefore(Symbol symbol, long aggId);

    /** The earliest complete bucket, by start, whose first id is above this one. */
    @Nullable
    Bucket completeAfter(Symbol symbol, long aggId);
}
