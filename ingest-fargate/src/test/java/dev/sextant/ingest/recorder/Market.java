package dev.sextant.ingest.recorder;

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
import org.jspecify.annotations.Nullable;

/** What one socket has said: trades and the times of other events, in order. Seeded. */
record Market(List<Event> events) {

    static final Symbol BTC = new Symbol("BTCUSDT");
    private static final long START_MS = 1_723_161_248_123L;

    /** A trade, or only a time when {@code trade} is null. */
    record Event(@Nullable AggTrade trade, long timeMs) {}

    /**
     * Draws a market.
     *
     * @param maxLatenessMs how far a trade's time may lie behind what was heard before: from 1,000 on, event time may
     *     have closed its bucket
     */
    static Market draw(Random random, int size, int maxLatenessMs) {
        List<Event> events = new ArrayList<>();
        long timeMs = START_MS;
        long id = 1_000;
        long fill = 50_000;
        while (events.size() < size) {
            timeMs += random.nextInt(12) == 0 ? random.nextInt(40_000) : random.nextInt(1_500);
            if (random.nextInt(4) == 0) {
                events.add(new Event(null, timeMs));
                continue;
            }
            long back = random.nextInt(6) == 0 ? random.nextInt(maxLatenessMs + 1) : 0;
            long fills = 1L + random.nextInt(3);
            AggTrade trade = new AggTrade(
                    id++,
                    (60_000 + random.nextInt(50)) * 10_000_000L,
                    (1 + random.nextInt(400)) * 100_000L,
                    timeMs - back,
                    random.nextBoolean(),
                    fill,
                    fill + fills - 1);
            fill += fills;
            events.add(new Event(trade, timeMs));
        }
        return new Market(events);
    }

    List<AggTrade> trades() {
        List<AggTrade> trades = new ArrayList<>();
        events.forEach(event -> {
            if (event.trade != null) {
                trades.add(event.trade);
            }
        });
        return trades;
    }

    /** The buckets that one uninterrupted reader of the socket closes: what must be stored in the end. */
    List<Bucket> buckets() {
        Ingest ingest = new Ingest(0);
        events.forEach(ingest::hear);
        return ingest.allClosed;
    }

    /**
     * Frames cut at random places by ingests that are replaced now and then, each with a higher epoch. A new ingest that
     * starts with a late trade puts it elsewhere than the old one did, so epochs and lateness don't go together.
     */
    List<Frame> frames(Random random, boolean severalEpochs) {
        List<Frame> frames = new ArrayList<>();
        Ingest ingest = new Ingest(1);
        for (int i = 0; i < events.size(); i++) {
            ingest.hear(events.get(i));
            // A frame comes every second at the least, so it never closes more buckets than it carries.
            if (random.nextInt(5) == 0 || ingest.closedSinceLastFrame >= 2) {
                frames.add(ingest.cut());
            }
            boolean nearTheEnd = i > events.size() - 20;
            if (severalEpochs && !nearTheEnd && random.nextInt(60) == 0) {
                frames.add(ingest.cut());
                ingest = new Ingest(ingest.epoch + 1);
                // The new one fetches again what the last one may not have delivered.
                for (int back = Math.max(0, i - random.nextInt(10)); back <= i; back++) {
                    ingest.hear(events.get(back));
                }
            }
        }
        frames.add(ingest.cut());
        return frames;
    }

    /** An ingest as the recorder sees it from outside. */
    static final class Ingest {
        private final BucketBuilder builder = new BucketBuilder();
        private final List<Bucket> allClosed = new ArrayList<>();
        private final Deque<Bucket> kept = new ArrayDeque<>();
        private final List<AggTrade> sinceLastFrame = new ArrayList<>();
        private final long epoch;
        private long sequence;
        private long watermarkMs;
        private int keyFramesDue;
        private int closedSinceLastFrame;

        Ingest(long epoch) {
            this.epoch = epoch;
        }

        void hear(Event event) {
            watermarkMs = Math.max(watermarkMs, event.timeMs());
            List<Bucket> closed;
            if (event.trade() == null) {
                closed = builder.onEventTime(event.timeMs());
            } else {
                sinceLastFrame.add(event.trade());
                closed = builder.onTrade(event.trade());
            }
            allClosed.addAll(closed);
            closed.forEach(kept::addLast);
            while (kept.size() > Frame.KEPT_BUCKETS) {
                kept.removeFirst();
            }
            keyFramesDue = closed.isEmpty() ? keyFramesDue : 2;
            closedSinceLastFrame += closed.size();
        }

        Frame cut() {
            List<Bucket> closed = keyFramesDue-- > 0 ? List.copyOf(kept) : List.of();
            Frame frame = new Frame(
                    BTC, epoch, sequence++, watermarkMs, builder.openSums(), List.copyOf(sinceLastFrame), closed);
            sinceLastFrame.clear();
            closedSinceLastFrame = 0;
            return frame;
        }
    }

    /** An idle frame of the same ingest, later. */
    static Frame idleAfter(Frame last, long laterMs) {
        return new Frame(
                last.symbol(),
                last.epoch(),
                last.sequence() + laterMs,
                last.watermarkMs() + laterMs,
                last.open(),
                List.of(),
                List.of());
    }
}
