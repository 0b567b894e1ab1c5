package dev.sextant.local.functions;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Minutes of a lively market from a seed: bursts of buying and selling now and then, a large trade among them. */
final class RandomTape {

    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long START_MS = 1_723_161_300_000L;
    private static final int TRADES_A_BUCKET = 60;
    private static final long BETWEEN_TRADES_MS = Bucket.LENGTH_MS / TRADES_A_BUCKET;
    private static final long EPOCH = 7;

    private RandomTape() {}

    /** So many buckets in a row. */
    static List<Bucket> buckets(long seed, int count) {
        BucketBuilder builder = new BucketBuilder();
        List<Bucket> buckets = new ArrayList<>();
        trades(seed, count).forEach(trade -> buckets.addAll(builder.onTrade(trade)));
        return buckets.subList(0, count);
    }

    /** The trades of so many buckets and of one more. */
    static List<AggTrade> trades(long seed, int count) {
        List<AggTrade> trades = new ArrayList<>();
        Random random = new Random(seed);
        long priceE8 = E8.parse("61800");
        long id = 1_000;
        for (int bucket = 0; bucket <= count; bucket++) {
            double bias = random.nextInt(3) == 0 ? (random.nextBoolean() ? 0.95 : 0.05) : 0.5;
            for (int i = 0; i < TRADES_A_BUCKET; i++) {
                boolean buy = random.nextDouble() < bias;
                long moveE8 = random.nextInt(20) * E8.parse("0.1");
                priceE8 += buy ? moveE8 : -moveE8;
                long qtyE8 = (1 + random.nextInt(random.nextInt(12) == 0 ? 900 : 60)) * E8.parse("0.001");
                long timeMs = START_MS + bucket * Bucket.LENGTH_MS + i * BETWEEN_TRADES_MS;
                trades.add(new AggTrade(id, priceE8, qtyE8, timeMs, !buy, id, id));
                id++;
            }
        }
        return trades;
    }

    /** The key frame after each bucket, with the last four closed ones. */
    static List<Frame> frames(List<Bucket> buckets) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            frames.add(frame(EPOCH, i, buckets.subList(Math.max(0, i - Frame.KEPT_BUCKETS + 1), i + 1)));
        }
        return frames;
    }

    static Frame frame(long epoch, long sequence, List<Bucket> closed) {
        return new Frame(BTC, epoch, sequence, closed.getLast().endMs(), null, List.of(), closed);
    }
}
