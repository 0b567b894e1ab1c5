package dev.sextant.signals.window;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.signals.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's indicators, folded bucket by bucket. Called by the scorer for every stored bucket, by back-tests and by
 * the offline runner. A pure fold and not thread-safe; work per bucket does not depend on the windows' lengths.
 *
 * <p><b>Rebuild.</b> An engine fed the buckets from {@link IndicatorSpec#historyFromMs} on, with the {@link AtrSeed} of
 * the row stored there, equals one that ran through: same rows, same {@link #stateHash}. After the one legal upgrade of a
 * stored bucket from incomplete to complete, rebuild.
 *
 * <p><b>Gaps.</b> An incomplete bucket counts with what it holds, and an absent one (starts must rise by 15 s; a jump is
 * filled up) as a bucket without a trade; every window with one inside is not covered until it has left. Candles and the
 * ATR go on with what was seen, and {@link Coverage#atr} stays false until the last {@code atrPeriod} candles are whole
 * again. What a gap took from older candles fades by (period − 1) / period each candle.
 */
public final class IndicatorEngine {

    /** The longest stretch of absent buckets that is filled up; beyond it a new engine must be started. */
    public static final long MAX_JUMP_MS = BucketBuilder.MAX_JUMP_MS;

    private static final long DAY_MS = 86_400_000;
    private static final long NONE = Long.MIN_VALUE;

    private final IndicatorSpec spec;
    private final SliceRing ring;
    private final WindowSums fast;
    private final WindowSums mid;
    private final WindowSums day;
    private final WindowSums volume;
    private final SizeQuantiles sizes;
    private final FlowHistory flow;
    private final CandleRange candles;
    private final WilderAtr wilder;
    private long nextStartMs = NONE;
    private long unbrokenFromMs;
    private long cvdDayE8;
    private long priceE8;

    /** An engine at the start of an input. */
    public IndicatorEngine(IndicatorSpec spec) {
        this(spec, null);
    }

    /**
     * An engine that continues behind {@code seed}; the first bucket must start at the seed's instant.
     *
     * @throws IllegalArgumentException when the seed does not stand at a candle boundary
     */
    public IndicatorEngine(IndicatorSpec spec, @Nullable AtrSeed seed) {
        this.spec = spec;
        ring = new SliceRing(IndicatorSpec.buckets(spec.longestWindowMs()));
        fast = new WindowSums(spec.fastMs());
        mid = new WindowSums(spec.midMs());
        day = new WindowSums(spec.dayMs());
        volume = new WindowSums(spec.volumeMs());
        sizes = new SizeQuantiles(spec.quantileMs());
        flow = new FlowHistory(spec.slopeLagMs());
        if (seed == null) {
            candles = new CandleRange(spec.candleMs());
            wilder = new WilderAtr(spec.atrPeriod(), spec.atrRankMs());
        } else {
            if (seed.atMs() % spec.candleMs() != 0) {
                throw new IllegalArgumentException("seed stands at " + seed.atMs()
                        + ", expected a candle boundary, a multiple of " + spec.candleMs() + " ms");
            }
            candles = new CandleRange(spec.candleMs(), seed.closeE8());
            wilder = WilderAtr.seeded(spec.atrPeriod(), spec.atrRankMs(), seed);
            nextStartMs = seed.atMs();
            unbrokenFromMs = seed.atMs();
            priceE8 = seed.closeE8();
        }
    }

    /**
     * Folds the next bucket and gives the row at its end.
     *
     * @throws IllegalArgumentException when the bucket does not come after the last one, or more than
     *     {@link #MAX_JUMP_MS} after it
     * @throws ArithmeticException when a sum of quantities leaves ±92,233,720,368 base units; the engine is then of no
     *     further use
     */
    public IndicatorRow onBucket(Bucket bucket) {
        if (nextStartMs == NONE) {
            nextStartMs = bucket.startMs();
            unbrokenFromMs = bucket.startMs();
        }
        long jumpMs = bucket.startMs() - nextStartMs;
        if (jumpMs < 0 || jumpMs > MAX_JUMP_MS) {
            throw new IllegalArgumentException("bucket " + bucket.startMs() + " can't follow, expected " + nextStartMs
                    + " or up to " + MAX_JUMP_MS + " ms later");
        }
        while (nextStartMs < bucket.startMs()) {
            fold(Slice.absent(nextStartMs, priceE8), false);
        }
        fold(Slice.of(bucket), bucket.complete());
        return row(bucket.endMs());
    }

    /** The instant up to which buckets were folded: where the next one must start; empty engines have none. */
    public @Nullable Long nextStartMs() {
        return nextStartMs == NONE ? null : nextStartMs;
    }

    /** What the engine computes. */
    public IndicatorSpec spec() {
        return spec;
    }

    private void fold(Slice slice, boolean complete) {
        long endMs = slice.startMs() + Bucket.LENGTH_MS;
        for (WindowSums sums : new WindowSums[] {fast, mid, day, volume}) {
            sums.roll(slice, ring);
        }
        sizes.roll(slice, ring);
        ring.push(slice);
        flow.push(fast.cvdE8());
        // A bucket never straddles midnight, so the day of T − 1 ms is the day of the bucket's start.
        cvdDayE8 = Exact.plus(slice.startMs() % DAY_MS == 0 ? 0 : cvdDayE8, slice.cvdE8());
        candles.onSlice(slice, endMs).ifPresent(range -> wilder.onRange(endMs, range));
        wilder.advance(endMs);
        if (!complete) {
            unbrokenFromMs = endMs;
        }
        priceE8 = slice.closeE8();
        nextStartMs = endMs;
    }

    private IndicatorRow row(long atMs) {
        return new IndicatorRow(
                atMs,
                fast.cvdE8(),
                mid.cvdE8(),
                day.cvdE8(),
                cvdDayE8,
                flow.slopeE8(),
                flow.accelE8(),
                fast.vwap(),
                wilder.atr(),
                wilder.percentile(),
                sizes.quantileE8(95),
                sizes.quantileE8(99),
                volume.buyE8(),
                volume.sellE8(),
                fast.totalE8(),
                mid.totalE8(),
                priceE8,
                Coverage.of(spec, atMs, unbrokenFromMs, wilder.atr() != null));
    }

    /** SHA-256 over everything a later row can depend on, as 64 hex digits. */
    public String stateHash() {
        String state = String.join(
                "\n",
                spec.toString(),
                ring.canonical(),
                fast.canonical(),
                mid.canonical(),
                day.canonical(),
                volume.canonical(),
                sizes.canonical(),
                flow.canonical(),
                candles.canonical(),
                wilder.canonical(),
                nextStartMs + "|" + Math.max(unbrokenFromMs, nextStartMs - spec.reachMs()) + "|" + cvdDayE8 + "|"
                        + priceE8);
        return ContentHash.sha256(state);
    }
}
