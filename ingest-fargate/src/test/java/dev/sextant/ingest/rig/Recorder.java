package dev.sextant.ingest.rig;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A consumer as plain as can be: folds each frame's trades, then its watermark; drops trades it has seen. Keeps the
 * buckets it builds itself and the ones that key frames brought.
 */
public final class Recorder {

    private final BucketBuilder builder = new BucketBuilder();
    private final List<Bucket> built = new ArrayList<>();
    private final Map<Long, Bucket> brought = new TreeMap<>();
    private final List<AggTrade> trades = new ArrayList<>();

    public static Recorder of(List<Frame> frames) {
        Recorder recorder = new Recorder();
        frames.forEach(recorder::on);
        return recorder;
    }

    /** The buckets of a clean list of trades, without frames: the oracle. */
    public static List<Bucket> buckets(List<AggTrade> trades) {
        BucketBuilder builder = new BucketBuilder();
        List<Bucket> buckets = new ArrayList<>();
        trades.forEach(trade -> buckets.addAll(builder.onTrade(trade)));
        return buckets;
    }

    private void on(Frame frame) {
        for (AggTrade trade : frame.trades()) {
            if (trade.aggId() >= builder.expectedAggId()) {
                trades.add(trade);
                built.addAll(builder.onTrade(trade));
            }
        }
        built.addAll(builder.onEventTime(frame.watermarkMs()));
        frame.closed().forEach(bucket -> brought.putIfAbsent(bucket.startMs(), bucket));
    }

    public List<Bucket> built() {
        return built;
    }

    public List<Bucket> brought() {
        return List.copyOf(brought.values());
    }

    public List<AggTrade> trades() {
        return trades;
    }

    /** Start and content hash of each bucket, to compare by. */
    public static List<String> contents(List<Bucket> buckets) {
        return buckets.stream()
                .map(bucket -> bucket.startMs() + " " + bucket.complete() + " " + bucket.contentHash())
                .toList();
    }
}
