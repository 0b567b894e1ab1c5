package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlLiquidations;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link TradeStore} on the desk's database. A batch of trades is one statement. */
public final class SqlTradeStore implements TradeStore {

    private final SqlTrades trades;
    private final SqlBuckets fromFrames;
    private final SqlBuckets fromReading;
    private final SqlReadings readings;
    private final SqlLiquidations liquidations;

    public SqlTradeStore(SqlClient sql) {
        this.trades = new SqlTrades(sql);
        this.fromFrames = new SqlBuckets(sql, "ingest");
        this.fromReading = new SqlBuckets(sql, "recorder");
        this.readings = new SqlReadings(sql);
        this.liquidations = new SqlLiquidations(sql);
    }

    @Override
    public long insertTrades(Symbol symbol, List<AggTrade> batch) {
        long added = 0;
        for (int from = 0; from < batch.size(); from += SqlTrades.MAX_BATCH) {
            List<AggTrade> part = batch.subList(from, Math.min(batch.size(), from + SqlTrades.MAX_BATCH));
            added += trades.store(symbol, part, part.getLast().tradeTimeMs(), 0);
        }
        return added;
    }

    @Override
    public BucketOutcome storeBucket(Symbol symbol, Bucket bucket, BucketSource source) {
        SqlBuckets writer = switch (source) {
            case FRAME -> fromFrames;
            case READING -> fromReading;
        };
        return BucketOutcome.valueOf(writer.store(symbol, bucket).name());
    }

    @Override
    public void saveGap(Gap gap) {
        trades.saveGap(gap);
    }

    @Override
    public void saveIndicator(IndicatorReading reading) {
        readings.save(reading);
    }

    @Override
    public void saveLiquidation(Liquidation liquidation) {
        liquidations.save(liquidation);
    }

    @Override
    public @Nullable RecordedSoFar recordedSoFar(Symbol symbol) {
        long[] span = trades.span(symbol).orElse(null);
        if (span == null) {
            return null;
        }
        return new RecordedSoFar(one(symbol, span[0]), one(symbol, span[1]), trades.openGaps(symbol));
    }

    private AggTrade one(Symbol symbol, long aggId) {
        return trades.range(symbol, aggId, aggId, 1).getFirst();
    }

    @Override
    public List<AggTrade> trades(Symbol symbol, long fromAggId, long toAggId, int limit) {
        return trades.range(symbol, fromAggId, toAggId, limit);
    }

    @Override
    public List<Bucket> completeBuckets(Symbol symbol, long fromAggId, long toAggId) {
        return fromReading.completeTouching(symbol, fromAggId, toAggId);
    }

    @Override
    public @Nullable Bucket completeBefore(Symbol symbol, long aggId) {
        return fromReading.completeBefore(symbol, aggId).orElse(null);
    }

    @Override
    public @Nullable Bucket completeAfter(Symbol symbol, long aggId) {
        return fromReading.completeAfter(symbol, aggId).orElse(null);
    }
}
