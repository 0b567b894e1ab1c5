package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on their way to the streams, in one order for both: a tick leaves only after every frame before it is durable.
 * While a stream fails, records wait in an {@link OutboxQueue}, in memory and then on disk, and the reader goes on; when
 * {@link #full}, the reader must stop, so that the venue holds the data. Nothing is dropped but ticks for which this run
 * does not hold the lease. One thread adds, another sends.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 500;
    private static final Backoff RETRY = new Backoff(200, 5_000);

    private final Streams streams;
    private final OutboxQueue queue;
    private final TickGate gate;
    private final MonotonicClock clock;
    private final DoubleSupplier random;
    private final Semaphore rounds = new Semaphore(0);
    private final ReentrantLock sending = new ReentrantLock();
    private final FrameTotals.BySymbol totals = new FrameTotals.BySymbol();
    private Receipt lastMarket = Receipt.NONE;
    private Receipt lastDecisions = Receipt.NONE;
    private int failures;
    private long retryAtMs = Long.MIN_VALUE;
    private long failedPuts;
    private long sent;
    private long ticksWithheld;

    public Outbox(Streams streams, OutboxQueue queue, TickGate gate, MonotonicClock clock, DoubleSupplier random) {
        this.streams = streams;
        this.queue = queue;
        this.gate = gate;
        this.clock = clock;
        this.random = random;
    }

    public void add(MarketRecord entry) {
        queue.add(new OutboxEntry.OnMarket(entry));
    }

    /** Adds the ticks of one second, one per account. */
    public void add(long tickMs, List<Tick> ticks) {
        queue.add(new OutboxEntry.OnDecisions(tickMs, gate.term(), ticks));
    }

    /** Adds what the private streams told, if anything. */
    public void addPrivate(List<DecisionRecord> records) {
        if (!records.isEmpty()) {
            queue.add(new OutboxEntry.OnPrivate(records));
        }
    }

    /**
     * Sends what the streams take now. After a failure it waits for its back-off, in which calls do nothing.
     *
     * @return false when something is left that must wait
     */
    public boolean flush() throws InterruptedException {
        sending.lockInterruptibly();
        try {
            return clock.nowMs() >= retryAtMs && sendAll();
        } catch (SinkException | IOException e) {
            failedPuts++;
            retryAtMs = clock.nowMs() + RETRY.delayMs(failures, random.getAsDouble());
            failures++;
            LOG.warn("{} records wait: {}", queue.size(), e.getMessage());
            return false;
        } finally {
            sending.unlock();
        }
    }

    private boolean sendAll() throws SinkException, IOException, InterruptedException {
        for (List<OutboxEntry> next = queue.take(BATCH); !next.isEmpty(); next = queue.take(BATCH)) {
            if (!send(next)) {
                return false;
            }
        }
        return true;
    }

    /** Returns false when the next entry waits for the lease. */
    private boolean send(List<OutboxEntry> next) throws SinkException, IOException, InterruptedException {
        return switch (next.getFirst()) {
            case OutboxEntry.OnDecisions ticks -> sendTicks(ticks);
            case OutboxEntry.OnPrivate told -> {
                sendPrivate(told);
                yield true;
            }
            case OutboxEntry.OnMarket _ -> {
                sendMarket(next);
                yield true;
            }
        };
    }

    private void sendMarket(List<OutboxEntry> next) throws SinkException {
        List<MarketRecord> batch = new ArrayList<>();
        for (OutboxEntry entry : next) {
            if (entry instanceof OutboxEntry.OnMarket(MarketRecord market)) {
                batch.add(market);
            }
        }
        List<OutboxEntry.OnMarket> unsent =
                batch.stream().map(OutboxEntry.OnMarket::new).toList();
        try {
            lastMarket = streams.market().put(batch);
            totals.add(batch, lastMarket);
            unsent = List.of();
            done(batch.size());
        } catch (SinkException e) {
            unsent = e.unsent(MarketRecord.class).stream()
                    .map(OutboxEntry.OnMarket::new)
                    .toList();
            sent += batch.size() - unsent.size();
            throw e;
        } finally {
            if (!unsent.isEmpty()) {
                queue.putBack(unsent);
            }
        }
    }

    private void sendPrivate(OutboxEntry.OnPrivate told) throws SinkException {
        List<OutboxEntry.OnPrivate> left = List.of(told);
        try {
            lastDecisions = streams.decisions().put(told.unsent());
            left = List.of();
            done(1);
        } catch (SinkException e) {
            left = List.of(new OutboxEntry.OnPrivate(e.unsent(DecisionRecord.class)));
            throw e;
        } finally {
            if (!left.isEmpty()) {
                queue.putBack(left);
            }
        }
    }

    private boolean sendTicks(OutboxEntry.OnDecisions ticks) throws SinkException, IOException, InterruptedException {
        OutboxEntry.OnDecisions left = ticks;
        boolean done = false;
        try {
            if (!mayLeave(ticks)) {
                if (gate.waits()) {
                    return false;
                }
                ticksWithheld += ticks.unsent().size();
            } else if (!ticks.unsent().isEmpty()) {
                lastDecisions = streams.decisions().put(ticks.unsent());
            }
            left = new OutboxEntry.OnDecisions(ticks.tickMs(), ticks.term(), List.of());
            streams.pacer().tickDone(ticks.tickMs(), lastMarket, lastDecisions);
            done = true;
            return true;
        } catch (SinkException e) {
            left = new OutboxEntry.OnDecisions(ticks.tickMs(), ticks.term(), e.unsent(Tick.class));
            throw e;
        } finally {
            if (done) {
                done(1);
            } else {
                queue.putBack(List.of(left));
            }
        }
    }

    /** Another run may have told a second that was counted here under an earlier grant, or under none. */
    private boolean mayLeave(OutboxEntry.OnDecisions ticks) {
        long term = gate.term();
        return term != TickGate.CLOSED && (gate.waits() || term == ticks.term());
    }

    private void done(int entries) {
        sent += entries;
        failures = 0;
        queue.sent();
    }

    /** Tells the sender that a round of adding is over. */
    public void wake() {
        rounds.release();
    }

    /** Waits for a {@link #wake}, for at most so long. */
    public void await(long timeoutMs) throws InterruptedException {
        if (rounds.tryAcquire(timeoutMs, TimeUnit.MILLISECONDS)) {
            rounds.drainPermits();
        }
    }

    /** The reader must not add more until a flush made room. */
    public boolean full() {
        return queue.full();
    }

    /** What waits. */
    public OutboxQueue queue() {
        return queue;
    }

    /** Records waiting. */
    public long size() {
        return queue.size();
    }

    /** The figures for the health page, as they stand between two sendings. */
    public Figures figures() {
        sending.lock();
        try {
            return new Figures(queue.size(), failedPuts, failures > 0, sent, ticksWithheld, totals.copy());
        } finally {
            sending.unlock();
        }
    }

    /**
     * Counts since the start.
     *
     * @param waiting records, in memory and on disk
     * @param failedPuts attempts that a stream or the pacer did not take
     * @param failing the last attempt failed
     * @param sent entries: market records, private messages, and seconds with their ticks
     * @param ticksWithheld ticks left to whoever holds the lease
     * @param totals what the market stream has accepted in puts that succeeded as a whole, by symbol
     */
    public record Figures(
            long waiting,
            long failedPuts,
            boolean failing,
            long sent,
            long ticksWithheld,
            Map<Symbol, FrameTotals> totals) {}
}
