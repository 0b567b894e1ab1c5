package dev.sextant.ingest.drift;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.archive.ObjectReader;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.archive.SegmentReader;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The trades of a month that has left the database. Objects hold an hour of trade times each, and a late trade may stand
 * in the object before that of its id: so objects are merged by id, each opened when its first id is due.
 */
final class ArchivedTrades implements TradeSource {

    private static final long HOUR_MS = 3_600_000;

    private final SqlClient sql;
    private final ObjectReader objects;

    ArchivedTrades(SqlClient sql, ObjectReader objects) {
        this.sql = sql;
        this.objects = objects;
    }

    private record Segment(String key, String sha256, long firstAggId, long lastAggId) {}

    private record Head(AggTrade trade, SegmentReader behind) {}

    @Override
    public void read(Symbol symbol, Day day, long fromAggId, long toAggId, Consumer<AggTrade> out)
            throws ObjectStoreException {
        Deque<Segment> toOpen =
                new ArrayDeque<>(segments(symbol, day.fromMs() - HOUR_MS, day.untilMs() + HOUR_MS).stream()
                        .filter(segment -> segment.lastAggId() >= fromAggId && segment.firstAggId() <= toAggId)
                        .sorted(Comparator.comparingLong(Segment::firstAggId))
                        .toList());
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparingLong((Head head) -> head.trade().aggId()));
        while (!heads.isEmpty() || !toOpen.isEmpty()) {
            while (!toOpen.isEmpty()
                    && (heads.isEmpty()
                            || toOpen.peek().firstAggId() < heads.peek().trade().aggId())) {
                Segment segment = toOpen.remove();
                advance(SegmentReader.open(objects, segment.key(), segment.sha256()), heads);
            }
            Head head = heads.remove();
            if (head.trade().aggId() >= fromAggId && head.trade().aggId() <= toAggId) {
                out.accept(head.trade());
            }
            advance(head.behind(), heads);
        }
    }

    private static void advance(SegmentReader reader, PriorityQueue<Head> heads) throws ObjectStoreException {
        AggTrade next = reader.next();
        if (next != null) {
            heads.add(new Head(next, reader));
        }
    }

    @Override
    public Optional<IdRange> ids(Symbol symbol, Day day) {
        List<Segment> segments = segments(symbol, day.fromMs(), day.untilMs());
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdRange(
                        segments.stream().mapToLong(Segment::firstAggId).min().orElseThrow(),
                        segments.stream().mapToLong(Segment::lastAggId).max().orElseThrow()));
    }

    @Override
    public Optional<Long> priceE8Before(Symbol symbol, long timeMs) throws ObjectStoreException {
        AggTrade last = null;
        for (Segment segment : segments(symbol, timeMs - HOUR_MS - StoredTrades.OLDEST_PRICE_MS, timeMs)) {
            SegmentReader reader = SegmentReader.open(objects, segment.key(), segment.sha256());
            for (AggTrade trade = reader.next(); trade != null; trade = reader.next()) {
                last = later(last, trade, timeMs);
            }
        }
        return Optional.ofNullable(last).map(AggTrade::priceE8);
    }

    private static @Nullable AggTrade later(@Nullable AggTrade last, AggTrade trade, long beforeMs) {
        boolean counts = trade.tradeTimeMs() < beforeMs
                && trade.tradeTimeMs() >= beforeMs - StoredTrades.OLDEST_PRICE_MS
                && (last == null || trade.tradeTimeMs() >= last.tradeTimeMs());
        return counts ? trade : last;
    }

    /** Objects whose hour starts in a range, oldest first. */
    private List<Segment> segments(Symbol symbol, long fromMs, long untilMs) {
        return sql
                .query(Sql.of("""
                        select object_key, sha256, first_agg_id, last_agg_id from market.segments
                        where symbol = :symbol and hour_at >= ops.ts(:from) and hour_at < ops.ts(:until)
                        order by hour_at""")
                        .with("symbol", symbol.name())
                        .with("from", fromMs)
                        .with("until", untilMs))
                .stream()
                .map(row -> new Segment(
                        row.text("object_key"),
                        row.text("sha256"),
                        row.longValue("first_agg_id"),
                        row.longValue("last_agg_id")))
                .toList();
    }
}
