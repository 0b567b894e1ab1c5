package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A store whose writes sometimes fail, before or after they have taken effect. */
final class FlakyStore implements TradeStore {

    final MemoryTradeStore rows = new MemoryTradeStore();
    private final BooleanSupplier fails;

    FlakyStore(BooleanSupplier fails) {
        this.fails = fails;
    }

    private void maybeFail() {
        if (fails.getAsBoolean()) {
            throw new IllegalStateException("the database is away");
        }
    }

    @Override
    public long insertTrades(Symbol symbol, List<AggTrade> trades) {
        maybeFail();
        long inserted = rows.insertTrades(symbol, trades);
        maybeFail();
        return inserted;
    }

    @Override
    public BucketOutcome storeBucket(Symbol symbol, Bucket bucket, BucketSource source) {
        maybeFail();
        BucketOutcome outcome = rows.storeBucket(symbol, bucket, source);
        maybeFail();
        return outcome;
    }

    @Override
    public void saveGap(Gap gap) {
        maybeFail();
        rows.saveGap(gap);
        maybeFail();
    }

    @Override
    public void saveIndicator(IndicatorReading reading) {
        rows.saveIndicator(reading);
    }

    @Override
    public void saveLiquidation(Liquidation liquidation) {
        rows.saveLiquidation(liquidation);
    }

    @Override
    public @Nullable RecordedSoFar recordedSoFar(Symbol symbol) {
        return rows.recordedSoFar(symbol);
    }

    @Override
    public List<AggTrade> trades(Symbol symbol, long fromAggId, long toAggId, int limit) {
        return rows.trades(symbol, fromAggId, toAggId, limit);
    }

    @Override
    public List<Bucket> completeBuckets(Symbol symbol, long fromAggId, long toAggId) {
        return rows.completeBuckets(symbol, fromAggId, toAggId);
    }

    @Override
    public @Nullable Bucket completeBefore(Symbol symbol, long aggId) {
        return rows.completeBefore(symbol, aggId);
    }

    @Override
    public @Nullable Bucket completeAfter(Symbol symbol, long aggId) {
        return rows.completeAfter(symbol, aggId);
    }
}
