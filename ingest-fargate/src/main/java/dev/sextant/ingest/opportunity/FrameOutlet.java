package dev.sextant.ingest.opportunity;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.sink.SinkException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends frames of triangles, of each only the last, and the account's tick once a second. A stream that is away loses them:
 * nobody may trade on books of before. Offered to from the thread of the books; {@link #round} belongs to one other thread.
 */
final class FrameOutlet {

    private static final Logger LOG = LoggerFactory.getLogger(FrameOutlet.class);

    private final StreamLane lane;
    private final LanePorts ports;
    private final TickGate lease;
    private final EpochClock time;
    private final Map<Integer, CycleFrame> waiting = new LinkedHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final AtomicReference<List<Instrument>> unsaved = new AtomicReference<>(List.of());
    private long tickedSecond = Long.MIN_VALUE;
    private boolean away;

    /** @param time the wall's clock */
    FrameOutlet(StreamLane lane, LanePorts ports, TickGate lease, EpochClock time) {
        this.lane = lane;
        this.ports = ports;
        this.lease = lease;
        this.time = time;
    }

    void offer(int cycle, CycleFrame frame) {
        synchronized (this) {
            waiting.put(cycle, frame);
        }
        news.release();
    }

    synchronized void withdraw(int cycle) {
        waiting.remove(cycle);
    }

    /** Other pairs begin. */
    synchronized void clear() {
        waiting.clear();
    }

    void pairs(List<Instrument> told) {
        unsaved.set(List.copyOf(told));
    }

    /** Sends what waits; waits for something to send, but not beyond the time given. */
    void round(long mostMs) throws InterruptedException {
        if (news.tryAcquire(mostMs, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
        List<CycleFrame> frames = take();
        savePairs();
        if (lease.term() == TickGate.CLOSED) {
            return;
        }
        try {
            if (!frames.isEmpty()) {
                ports.market().put(frames);
            }
            tick();
            away = false;
        } catch (SinkException e) {
            if (!away) {
                LOG.warn("triangles are not told, the streams are away: {}", e.getMessage());
            }
            away = true;
        }
    }

    private synchronized List<CycleFrame> take() {
        List<CycleFrame> frames = new ArrayList<>(waiting.values());
        waiting.clear();
        return frames;
    }

    private void savePairs() {
        List<Instrument> told = unsaved.get();
        if (!told.isEmpty()) {
            told.forEach(ports.instruments());
            unsaved.compareAndSet(told, List.of());
        }
    }

    private void tick() throws SinkException {
        long second = Math.floorDiv(time.nowMs(), Tick.EVERY_MS);
        if (second > tickedSecond) {
            ports.decisions().put(List.of(new Tick(lane.account(), second * Tick.EVERY_MS, Map.of(), Map.of())));
            tickedSecond = second;
        }
    }
}
