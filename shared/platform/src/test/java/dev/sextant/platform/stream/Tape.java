package dev.sextant.platform.stream;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Seeded trades that look like a liquid perpetual's, and the frames an ingest would cut from any trades. */
final class Tape {

    static final long START_MS = 1_723_161_255_000L;
    private static final long FRAME_MS = 250;
    /** The frames after a bucket's close that carry the last four buckets. */
    private static final int KEY_FRAMES = 2;

    private Tape() {}

    /**
     * BTCUSDT-like: bursts at one price, ticks of 0.10, quantities log-normal in steps of {@code stepE8}.
     *
     * @param perSecond trades a second on average
     */
    static List<AggTrade> trades(long seed, double perSecond, int seconds, long stepE8) {
        Random random = new Random(seed);
        List<AggTrade> trades = new ArrayList<>();
        long priceTicks = 618_003;
        double timeMs = START_MS;
        long fill = 5_213_904_411L;
        for (long id = 2_301_554_910L; timeMs < START_MS + seconds * 1_000L; id++) {
            // A quarter of the trades start a new burst; the rest follow within the same or the next milliseconds.
            boolean burst = random.nextDouble() < 0.25;
            double withinMs = Math.min(0.5, 50 / perSecond);
            timeMs += burst
                    ? -Math.log(1 - random.nextDouble()) * (4_000 / perSecond - 3 * withinMs)
                    : random.nextDouble() * 2 * withinMs;
            priceTicks += random.nextDouble() < 0.3 ? Math.round(random.nextGaussian() * 8) : 0;
            long steps = Math.max(1, Math.round(Math.exp(random.nextGaussian() * 1.8) * 2_000_000 / stepE8));
            long fills = 1L + (random.nextDouble() < 0.3 ? random.nextInt(6) : 0);
            trades.add(new AggTrade(
                    id,
                    priceTicks * 10_000_000,
                    steps * stepE8,
                    (long) timeMs,
                    random.nextBoolean(),
                    fill,
                    fill + fills - 1));
            fill += fills;
        }
        return trades;
    }

    /** Cuts trades into a frame every 250 ms, with key frames after each close. */
    static List<Frame> frames(Symbol symbol, List<AggTrade> trades) {
        BucketBuilder builder = new BucketBuilder();
        Deque<Bucket> kept = new ArrayDeque<>();
        List<Frame> frames = new ArrayList<>();
        int next = 0;
        int keyFramesDue = 0;
        long endMs = trades.getLast().tradeTimeMs();
        for (long nowMs = trades.getFirst().tradeTimeMs() + FRAME_MS; next < trades.size(); nowMs += FRAME_MS) {
            List<AggTrade> cut = new ArrayList<>();
            List<Bucket> closed = new ArrayList<>();
            while (next < trades.size() && trades.get(next).tradeTimeMs() < Math.min(nowMs, endMs + 1)) {
                AggTrade trade = trades.get(next++);
                cut.add(trade);
                closed.addAll(builder.onTrade(trade));
            }
            closed.addAll(builder.onEventTime(nowMs));
            closed.forEach(kept::addLast);
            while (kept.size() > Frame.KEPT_BUCKETS) {
                kept.removeFirst();
            }
            keyFramesDue = closed.isEmpty() ? keyFramesDue : KEY_FRAMES;
            List<Bucket> repeated = keyFramesDue-- > 0 ? List.copyOf(kept) : List.of();
            frames.add(new Frame(symbol, 7, frames.size(), nowMs, builder.openSums(), cut, repeated));
        }
        return frames;
    }
}
