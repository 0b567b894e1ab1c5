package dev.sextant.domain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The builder beside a twin that sorts trades into buckets afterwards, on generated trades. */
class BucketTwinTest {

    /** One generated trade, relative to the one before. */
    record Step(long afterMs, long priceE8, long qtyE8, boolean takerSold, int skippedIds) {}

    @Property(tries = 500)
    void everyClosedBucketEqualsARecount(@ForAll("steps") List<Step> steps, @ForAll("starts") long startMs) {
        List<AggTrade> trades = trades(steps, startMs);
        List<Bucket> closed = closedBy(trades);
        assertEquals(
                bucketsOf(trades),
                closed.stream().map(BucketTwinTest::canonical).toList());
    }

    @Property(tries = 500)
    void eventTimesBetweenTradesDoNotChangeBuckets(@ForAll("steps") List<Step> steps, @ForAll("starts") long startMs) {
        List<AggTrade> trades = trades(steps, startMs);
        BucketBuilder eager = new BucketBuilder();
        List<Bucket> closed = new ArrayList<>();
        for (AggTrade trade : trades) {
            // The socket tells of other events up to almost a second past the trade it delivers next.
            closed.addAll(eager.onEventTime(trade.tradeTimeMs() + BucketBuilder.QUIET_MS - 1));
            closed.addAll(eager.onTrade(trade));
        }
        List<String> hashes = closed.stream().map(Bucket::contentHash).toList();
        List<Bucket> plain = closedBy(trades);
        // A gap noticed only after event time closed a bucket can't mark it any more; without gaps nothing differs.
        if (steps.stream().allMatch(step -> step.skippedIds() == 0)) {
            assertEquals(plain.stream().map(Bucket::contentHash).toList(), hashes);
        } else {
            assertEquals(
                    plain.stream().map(Bucket::sums).map(BucketSums::cvdE8).toList(),
                    closed.stream().map(Bucket::sums).map(BucketSums::cvdE8).toList());
        }
    }

    @Property(tries = 200)
    void openSumsGrowIntoTheClosedBucket(@ForAll("steps") List<Step> steps, @ForAll("starts") long startMs) {
        BucketBuilder builder = new BucketBuilder();
        BucketSums open = null;
        for (AggTrade trade : trades(steps, startMs)) {
            List<Bucket> closed = builder.onTrade(trade);
            if (!closed.isEmpty()) {
                assertEquals(open, closed.getFirst().sums());
            }
            open = builder.openSums();
            assertEquals(trade.aggId() + 1, builder.expectedAggId());
        }
    }

    private static List<Bucket> closedBy(List<AggTrade> trades) {
        BucketBuilder builder = new BucketBuilder();
        return trades.stream().flatMap(trade -> builder.onTrade(trade).stream()).toList();
    }

    /** Sorts trades into buckets afterwards: the slow, obvious way. */
    private static List<String> bucketsOf(List<AggTrade> trades) {
        List<String> buckets = new ArrayList<>();
        long first = trades.getFirst().tradeTimeMs();
        long last = Bucket.startOf(trades.getLast().tradeTimeMs());
        for (long start = Bucket.startOf(first); start < last; start += Bucket.LENGTH_MS) {
            long from = start;
            List<AggTrade> inside = trades.stream()
                    .filter(trade -> Bucket.startOf(trade.tradeTimeMs()) == from)
                    .toList();
            AggTrade before = trades.stream()
                    .filter(trade -> trade.tradeTimeMs() < from)
                    .reduce((a, b) -> b)
                    .orElse(null);
            boolean complete = first <= start;
            for (int i = 1; i < trades.size(); i++) {
                AggTrade a = trades.get(i - 1);
                AggTrade b = trades.get(i);
                boolean gap = b.aggId() > a.aggId() + 1;
                boolean touches = a.tradeTimeMs() < start + Bucket.LENGTH_MS && b.tradeTimeMs() >= start;
                complete &= !(gap && touches);
            }
            buckets.add(canonical(start, inside, before, complete));
        }
        return buckets;
    }

    private static String canonical(long start, List<AggTrade> inside, @Nullable AggTrade before, boolean complete) {
        List<Long> prices = inside.stream().map(AggTrade::priceE8).toList();
        long close = prices.isEmpty() ? before == null ? 0 : before.priceE8() : prices.getLast();
        SizeHistogram sizes = new SizeHistogram();
        inside.forEach(trade -> sizes.add(trade.qtyE8()));
        BigInteger notional = inside.stream()
                .map(trade -> BigInteger.valueOf(trade.priceE8()).multiply(BigInteger.valueOf(trade.qtyE8())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        long buys = inside.stream()
                .filter(trade -> !trade.buyerIsMaker())
                .mapToLong(AggTrade::qtyE8)
                .sum();
        long sells = inside.stream()
                .filter(AggTrade::buyerIsMaker)
                .mapToLong(AggTrade::qtyE8)
                .sum();
        return start + " n " + inside.size() + " o " + (prices.isEmpty() ? close : prices.getFirst()) + " h "
                + prices.stream().reduce(Math::max).orElse(close) + " l "
                + prices.stream().reduce(Math::min).orElse(close) + " c " + close + " b " + buys + " s " + sells
                + " pq " + notional + " " + sizes + " " + complete;
    }

    private static String canonical(Bucket bucket) {
        BucketSums sums = bucket.sums();
        return bucket.startMs() + " n " + sums.count() + " o " + sums.openE8() + " h " + sums.highE8() + " l "
                + sums.lowE8() + " c " + sums.closeE8() + " b " + sums.buyQtyE8() + " s " + sums.sellQtyE8() + " pq "
                + sums.notionalE16() + " " + bucket.sizes() + " " + bucket.complete();
    }

    private static List<AggTrade> trades(List<Step> steps, long startMs) {
        List<AggTrade> trades = new ArrayList<>();
        long timeMs = startMs;
        long id = 1;
        for (Step step : steps) {
            timeMs += step.afterMs();
            id += 1 + step.skippedIds();
            trades.add(new AggTrade(id, step.priceE8(), step.qtyE8(), timeMs, step.takerSold(), id, id));
        }
        return trades;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> pauses = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0L)),
                Tuple.of(6, Arbitraries.longs().between(1, 4_000)),
                Tuple.of(1, Arbitraries.of(15_000L, 30_000L)),
                Tuple.of(1, Arbitraries.longs().between(10_000, 120_000)));
        Arbitrary<Integer> skipped = Arbitraries.frequency(Tuple.of(30, 0), Tuple.of(1, 3));
        return Combinators.combine(
                        pauses,
                        Arbitraries.longs().between(1, 9_000_000_000_000L),
                        Arbitraries.longs().between(1, 100_000_000_000L),
                        Arbitraries.of(true, false),
                        skipped)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<Long> starts() {
        return Arbitraries.longs()
                .between(1_723_161_000_000L, 1_723_161_030_000L)
                .edgeCases(cases -> cases.add(1_723_161_000_000L, 1_723_161_014_999L, 1_723_161_015_000L));
    }
}
