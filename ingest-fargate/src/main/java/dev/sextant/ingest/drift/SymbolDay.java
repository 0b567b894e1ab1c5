package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One symbol's day made again from its recorded trades, in one pass over them. */
final class SymbolDay {

    private final Symbol symbol;
    private final Day day;
    private final TradeSource trades;
    private final SqlBuckets buckets;
    private final StoredMarket market;
    private final NavigableMap<Long, StoredBucket> stored = new TreeMap<>();
    private final Defects defects;
    private final DayReadings readings;
    private final List<Compared> compared = new ArrayList<>();

    SymbolDay(Symbol symbol, Day day, TradeSource trades, SqlClient sql) {
        this.symbol = symbol;
        this.day = day;
        this.trades = trades;
        this.buckets = new SqlBuckets(sql, "drift");
        this.market = new StoredMarket(sql);
        market.buckets(symbol, day.fromMs(), day.untilMs()).forEach(bucket -> stored.put(bucket.startMs(), bucket));
        this.defects = new Defects(ids().map(ids -> market.gaps(symbol, ids)).orElse(List.of()));
        market.upgraded(symbol, IndicatorSpec.STANDARD.historyFromMs(day.fromMs()), day.fromMs())
                .forEach(defects::upgraded);
        this.readings = new DayReadings(new SqlReadings(sql), symbol, day.fromMs());
        WarmUp warmUp = new WarmUp(market, buckets);
        StoredDecisions decisions = new StoredDecisions(sql);
        compared.add(new IndicatorDay(symbol, day, decisions, warmUp, defects));
        for (StoredDecisions.Active active : decisions.active(symbol, day)) {
            compared.add(new StrategyDay(symbol, day, active, decisions, warmUp, defects));
        }
    }

    Defects defects() {
        return defects;
    }

    /** Goes through the day; what came of it is in the answer. */
    List<Compared> measure() throws ObjectStoreException {
        Optional<IdRange> ids = ids();
        if (ids.isPresent()) {
            DayBuckets[] rebuilt = new DayBuckets[1];
            Optional<Bucket> first = firstStored();
            rebuilt[0] = new DayBuckets(
                    first.map(Bucket::startMs).orElse(day.fromMs()), bucket -> onBucket(bucket, rebuilt[0]));
            first.filter(Bucket::complete)
                    .ifPresent(bucket -> rebuilt[0].startBehind(
                            bucket.sums().firstAggId() - 1, bucket.sums().openE8()));
            stored.values().forEach(rebuilt[0]::learn);
            long fromAggId = first.filter(Bucket::complete)
                    .map(bucket -> bucket.sums().firstAggId())
                    .orElse(ids.get().fromAggId());
            trades.read(symbol, day, fromAggId, ids.get().toAggId(), rebuilt[0]::add);
            if (!stored.isEmpty()) {
                StoredBucket last = stored.lastEntry().getValue();
                rebuilt[0].end(last.startMs() + Bucket.LENGTH_MS, last.lastAggId());
            }
        }
        compared.forEach(Compared::end);
        return compared;
    }

    private void onBucket(Bucket bucket, DayBuckets rebuilt) {
        if (!day.holds(bucket)) {
            return;
        }
        StoredBucket was = stored.get(bucket.startMs());
        boolean comparable = was != null || bucket.sums().count() > 0;
        if (comparable) {
            defects.look(bucket, was, rebuilt.holeAt(bucket));
        }
        AsOf known = readings.at(bucket.endMs());
        compared.forEach(each -> each.onBucket(bucket, comparable, known));
    }

    private Optional<Bucket> firstStored() {
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(buckets.range(symbol, stored.firstKey(), stored.firstKey() + Bucket.LENGTH_MS)
                        .getFirst());
    }

    /** The ids of the day: those of its buckets, and those of the trades that were made on it. */
    private Optional<IdRange> ids() {
        Optional<IdRange> made = trades.ids(symbol, day);
        if (stored.isEmpty()) {
            return made;
        }
        long last = stored.lastEntry().getValue().lastAggId();
        long first = stored.firstEntry().getValue().firstAggId();
        return Optional.of(made.map(ids -> new IdRange(Math.min(first, ids.fromAggId()), Math.max(last, ids.toAggId())))
                .orElse(new IdRange(first, last)));
    }
}
