package dev.sextant.ingest.sink;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on their way to the streams, in one order for both: a tick leaves only after every frame before it is durable.
 * While a stream fails, records wait here and the reader goes on; when {@link #full}, the reader must stop, so that the
 * venue holds the data instead of this memory. Nothing is dropped. Used by one thread.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 500;
    private static final Backoff RETRY = new Backoff(200, 5_000);

    private final MarketSink market;
    private final DecisionSink decisions;
    private final Pacer pacer;
    private final int capacity;
    private final MonotonicClock clock;
    private final DoubleSupplier random;
    private final Deque<OutboxEntry> queue = new ArrayDeque<>();
    private final FrameTotals.BySymbol totals = new FrameTotals.BySymbol();
    private Receipt lastMarket = Receipt.NONE;
    private Receipt lastDecisions = Receipt.NONE;
    private int failures;
    private long retryAtMs = Long.MIN_VALUE;
    private long failedPuts;

    /** @param capacity records beyond which {@link #full} tells the reader to stop; a soft limit */
    public Outbox(
            MarketSink market,
            DecisionSink decisions,
            Pacer pacer,
            int capacity,
            MonotonicClock clock,
            DoubleSupplier random) {
        this.market = market;
        this.decisions = decisions;
        this.pacer = pacer;
        this.capacity = capacity;
        this.clock = clock;
        this.random = random;
    }

    public void add(MarketRecord entry) {
        queue.addLast(new OutboxEntry.OnMarket(entry));
    }

    /** Adds the ticks of one second, one per account. */
    public void add(long tickMs, List<Tick> ticks) {
        queue.addLast(new OutboxEntry.OnDecisions(tickMs, ticks));
    }

    /** Sends what the streams take now. After a failure it waits for its back-off, in which calls do nothing. */
    public void flush() throws InterruptedException {
        if (clock.nowMs() < retryAtMs) {
            return;
        }
        try {
            while (!queue.isEmpty()) {
                send(queue.getFirst());
                failures = 0;
            }
        } catch (SinkException | IOException e) {
            failedPuts++;
            retryAtMs = clock.nowMs() + RETRY.delayMs(failures, random.getAsDouble());
            failures++;
            LOG.warn("{} records wait: {}", queue.size(), e.getMessage());
        }
    }

    private void send(OutboxEntry head) throws SinkException, IOException, InterruptedException {
        switch (head) {
            case OutboxEntry.OnMarket _ -> sendMarket();
            case OutboxEntry.OnDecisions(long tickMs, List<Tick> unsent) -> sendTicks(tickMs, unsent);
        }
    }

    private void sendMarket() throws SinkException {
        List<MarketRecord> batch = new ArrayList<>();
        while (batch.size() < BATCH && queue.peekFirst() instanceof OutboxEntry.OnMarket(MarketRecord entry)) {
            queue.removeFirst();
            batch.add(entry);
        }
        try {
            lastMarket = market.put(batch);
            totals.add(batch, lastMarket);
        } catch (SinkException e) {
            e.unsent(MarketRecord.class).reversed().forEach(entry -> queue.addFirst(new OutboxEntry.OnMarket(entry)));
            throw e;
        }
    }

    private void sendTicks(long tickMs, List<Tick> unsent) throws SinkException, IOException, InterruptedException {
        queue.removeFirst();
        List<Tick> left = unsent;
        try {
            if (!unsent.isEmpty()) {
                lastDecisions = decisions.put(unsent);
                left = List.of();
            }
            pacer.tickDone(tickMs, lastMarket, lastDecisions);
        } catch (SinkException e) {
            queue.addFirst(new OutboxEntry.OnDecisions(tickMs, e.unsent(Tick.class)));
            throw e;
        } catch (IOException e) {
            queue.addFirst(new OutboxEntry.OnDecisions(tickMs, left));
            throw e;
        }
    }

    /** The reader must not add more until a flush made room. */
    public boolean full() {
        return queue.size() >= capacity;
    }

    /** What the market stream has accepted in puts that succeeded as a whole, by symbol. */
    public Map<Symbol, FrameTotals> totals() {
        return totals.copy();
    }

    /** Records waiting. */
    public int size() {
        return queue.size();
    }

    /** Attempts that a stream or the pacer did not take. */
    public long failedPuts() {
        return failedPuts;
    }

    /** True while the last attempt failed. */
    public boolean failing() {
        return failures > 0;
    }
}
