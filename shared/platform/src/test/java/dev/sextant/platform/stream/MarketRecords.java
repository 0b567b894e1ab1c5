package dev.sextant.platform.stream;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.PairRules;
import dev.sextant.domain.market.SizeHistogram;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any record the domain admits, extremes included: nothing here knows what is likely. */
final class MarketRecords {

    private static final Arbitrary<Symbol> SYMBOLS = Arbitraries.of(
                    "BTCUSDT", "1000SHIBUSDT", "BTC/USD", "币安人生USDT", "a")
            .map(Symbol::new);
    private static final Arbitrary<Long> POSITIVE = Arbitraries.oneOf(
            Arbitraries.longs().between(1, 100_000).map(steps -> steps * 100_000),
            Arbitraries.longs().between(1, Long.MAX_VALUE));
    private static final Arbitrary<Long> NOT_NEGATIVE =
            Arbitraries.oneOf(POSITIVE, Arbitraries.longs().between(0, 3));

    private MarketRecords() {}

    static Arbitrary<MarketRecord> any() {
        return Arbitraries.oneOf(
                frames().map(frame -> frame),
                readings().map(reading -> reading),
                liquidations().map(liquidation -> liquidation),
                cycles().map(cycle -> cycle));
    }

    static Arbitrary<Frame> frames() {
        return Combinators.combine(
                        SYMBOLS,
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        sums().injectNull(0.2),
                        trades().list().ofMaxSize(12).map(MarketRecords::rising),
                        buckets().list().ofMaxSize(Frame.KEPT_BUCKETS))
                .as(Frame::new);
    }

    /** In the order of their ids, each id once, as in every frame. */
    private static List<AggTrade> rising(List<AggTrade> trades) {
        SortedMap<Long, AggTrade> byId = new TreeMap<>();
        trades.forEach(trade -> byId.put(trade.aggId(), trade));
        return List.copyOf(byId.values());
    }

    private static Arbitrary<AggTrade> trades() {
        return Combinators.combine(
                        NOT_NEGATIVE,
                        POSITIVE,
                        POSITIVE,
                        POSITIVE,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(-5, Long.MAX_VALUE / 2),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 4),
                                Arbitraries.longs().between(0, Long.MAX_VALUE / 2)))
                .as((id, price, qty, time, sell, first, extra) ->
                        new AggTrade(id, price, qty, time, sell, first, first + extra));
    }

    private static Arbitrary<BucketSums> sums() {
        Arbitrary<Long> starts = Arbitraries.longs()
                .between(Long.MIN_VALUE / Bucket.LENGTH_MS, Long.MAX_VALUE / Bucket.LENGTH_MS)
                .map(index -> index * Bucket.LENGTH_MS);
        Arbitrary<BigInteger> notionals = Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TWO.pow(200));
        return Combinators.combine(
                        starts,
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        NOT_NEGATIVE,
                        Arbitraries.longs().list().ofSize(4),
                        NOT_NEGATIVE.list().ofSize(2),
                        notionals)
                .as((start, first, last, count, prices, quantities, notional) -> new BucketSums(
                        start,
                        first,
                        last,
                        count,
                        prices.get(0),
                        Math.max(prices.get(1), prices.get(2)),
                        Math.min(prices.get(1), prices.get(2)),
                        prices.get(3),
                        quantities.get(0),
                        quantities.get(1),
                        notional));
    }

    private static Arbitrary<Bucket> buckets() {
        return Combinators.combine(
                        sums(),
                        POSITIVE.list().ofMaxSize(20),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Bucket.CloseCause.class))
                .as((sums, quantities, complete, cause) ->
                        new Bucket(withCount(sums, quantities.size()), histogram(quantities), complete, cause));
    }

    private static SizeHistogram histogram(List<Long> quantities) {
        SizeHistogram sizes = new SizeHistogram();
        quantities.forEach(sizes::add);
        return sizes;
    }

    private static BucketSums withCount(BucketSums sums, long count) {
        return new BucketSums(
                sums.startMs(),
                sums.firstAggId(),
                sums.lastAggId(),
                count,
                sums.openE8(),
                sums.highE8(),
                sums.lowE8(),
                sums.closeE8(),
                sums.buyQtyE8(),
                sums.sellQtyE8(),
                sums.notionalE16());
    }

    private static Arbitrary<Liquidation> liquidations() {
        return Combinators.combine(
                        SYMBOLS,
                        Arbitraries.of(true, false),
                        POSITIVE,
                        POSITIVE,
                        Arbitraries.longs(),
                        Arbitraries.of(true, false))
                .as(Liquidation::new);
    }

    private static Arbitrary<IndicatorReading> readings() {
        Arbitrary<BigDecimal> values = Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TWO.pow(200).negate(), BigInteger.TWO.pow(200)),
                        Arbitraries.integers().between(-64, 64))
                .as(BigDecimal::new);
        Arbitrary<String> keys =
                Arbitraries.strings().withChars("abcz09_").ofMinLength(1).ofMaxLength(40);
        return Combinators.combine(
                        SYMBOLS,
                        Arbitraries.of(IndicatorType.class),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.maps(keys, values).ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as(IndicatorReading::new);
    }

    static Arbitrary<CycleFrame> cycles() {
        Arbitrary<CycleFrame.Limits> limits = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.longs().between(1, 1_000_000_000_000L))
                .as(CycleFrame.Limits::new);
        return Combinators.combine(
                        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64),
                        Arbitraries.of("USD>BTC>ETH>USD", "EUR>A>B>C>EUR"),
                        Arbitraries.longs(),
                        limits,
                        books().list()
                                .ofMinSize(3)
                                .ofMaxSize(CycleFrame.MOST_BOOKS)
                                .uniqueElements(book -> book.rules().pair()))
                .as((id, cycle, asOf, by, books) -> new CycleFrame("kraken", id, cycle, asOf, by, books));
    }

    private static Arbitrary<FramedBook> books() {
        Arbitrary<List<FramedBook.Level>> levels = Combinators.combine(POSITIVE, POSITIVE)
                .as(FramedBook.Level::new)
                .list()
                .ofMaxSize(FramedBook.MOST_LEVELS);
        return Combinators.combine(rules(), NOT_NEGATIVE, levels, levels).as(FramedBook::new);
    }

    private static Arbitrary<PairRules> rules() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .ofMinLength(1)
                                .ofMaxLength(20),
                        Arbitraries.integers().between(0, 12).list().ofSize(3),
                        POSITIVE.list().ofSize(2),
                        NOT_NEGATIVE.list().ofSize(2),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.of(true, false))
                .as((base, decimals, steps, least, fee, inBase) -> new PairRules(
                        new Symbol(base + "/eur"),
                        base,
                        "eur",
                        decimals.get(0),
                        decimals.get(1),
                        decimals.get(2),
                        steps.get(0),
                        steps.get(1),
                        least.get(0),
                        least.get(1),
                        fee,
                        inBase));
    }
}
