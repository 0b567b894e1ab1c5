package dev.sextant.local.poller;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One shard of a mapping: reads it and deals its records out to lanes by key, so that records of one key stay in order
 * and a lane that is stuck doesn't hold up the keys of others. A key that no lane has goes to an idle one, if there is one.
 * The lanes take turns; none waits within its turn, but for a call that is made here.
 */
final class ShardPoller {

    private static final int MIN_READ = 1_000;

    private final String shardId;
    private final StreamReader.Cursor cursor;
    private final MappingConfig config;
    private final Progress progress;
    private final EpochClock clock;
    private final List<Lane> lanes = new ArrayList<>();
    /** Which lane has the records of a key, until that lane is idle. */
    private final Map<String, Integer> homes = new HashMap<>();

    private final Watermark watermark;
    private boolean ended;

    ShardPoller(
            String shardId,
            StreamReader.Cursor cursor,
            MappingConfig config,
            BatchHandler handler,
            FailedBatches failedBatches,
            Progress progress,
            MappingListener listener,
            EpochClock clock,
            Lane.Calls calls) {
        this.shardId = shardId;
        this.cursor = cursor;
        this.config = config;
        this.progress = progress;
        this.clock = clock;
        this.watermark = new Watermark(config.parallelCalls());
        for (int number = 0; number < config.parallelCalls(); number++) {
            int lane = number;
            lanes.add(new Lane(
                    config,
                    handler,
                    failedBatches,
                    progress,
                    listener,
                    clock,
                    calls,
                    through -> reached(lane, through)));
        }
    }

    private void reached(int lane, String through) {
        watermark.reached(lane, through).ifPresent(mark -> progress.reached(shardId, mark));
    }

    /**
     * Makes at most one call a lane, and takes in those that have ended.
     *
     * @return records handed over or put aside
     */
    int step() throws StreamUnavailableException {
        long nowMs = clock.nowMs();
        read(nowMs);
        int handled = 0;
        for (Lane lane : lanes) {
            handled += lane.step(nowMs);
        }
        progress.waiting(
                shardId,
                lanes.stream()
                        .mapToLong(lane -> lane.oldestArrivalMs(nowMs))
                        .min()
                        .orElse(nowMs));
        return handled;
    }

    /** Not beyond what is bounded: a lane that is stuck must not fill the memory with the records of the others. */
    private void read(long nowMs) throws StreamUnavailableException {
        int page = Math.max(MIN_READ, config.batchSize());
        if (ended
                || watermark.waiting() >= page * lanes.size()
                || lanes.stream().noneMatch(Lane::isHungry)) {
            return;
        }
        StreamReader.Page read = cursor.next(page);
        progress.read(read.records().size());
        ended = read.ended();
        List<List<StreamRecord>> dealt =
                lanes.stream().<List<StreamRecord>>map(_ -> new ArrayList<>()).toList();
        homes.values().removeIf(lane -> lanes.get(lane).isIdle());
        for (StreamRecord record : read.records()) {
            int lane = lanes.size() == 1
                    ? 0
                    : homes.computeIfAbsent(config.laneKey().apply(record), this::newHome);
            dealt.get(lane).add(record);
            watermark.read(lane, record.sequenceNumber());
        }
        for (int number = 0; number < lanes.size(); number++) {
            lanes.get(number).add(dealt.get(number), nowMs);
        }
    }

    private int newHome(String key) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (!homes.containsValue(lane)) {
                return lane;
            }
        }
        return Math.floorMod(key.hashCode(), lanes.size());
    }

    /** Waits for the calls that are under way and takes in how they ended. */
    void settle() {
        lanes.forEach(Lane::settle);
    }
}
