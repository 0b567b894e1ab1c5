package dev.sextant.ingest.opportunity;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.KrakenSocket;
import dev.sextant.ingest.kraken.PairFees;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole watch for triangles: Kraken's feed, the detector, the recorder, and a thread that writes. The owner calls
 * {@link #check} every quarter of a second or so, {@link #end} when the run ends, then {@link #close}.
 */
public final class OpportunityWatch implements AutoCloseable {

    /** The venue's name, in ids and rows. */
    public static final String VENUE = "kraken";

    private static final Logger LOG = LoggerFactory.getLogger(OpportunityWatch.class);
    private static final int WAITING = 5_000;
    private static final long ROUND_MS = 250;
    private static final long STATUS_MS = 2_000;
    private static final long DRAIN_MS = 2_000;

    private final KrakenSocket socket;
    private final OpportunityFeed feed;
    private final OpportunityRecorder recorder;
    private final OpportunityWriter writer;
    private final MonotonicClock clock;
    private final EpochClock time;
    private final Thread writing =
            Thread.ofPlatform().daemon().name("opportunities").unstarted(this::write);
    private final Optional<FrameOutlet> outlet;
    private final Optional<Thread> telling;
    private volatile boolean ending;

    /**
     * A watch that connects with the first {@link #check}.
     *
     * @param lease only its holder tells opportunities
     * @param time the wall's clock: when messages came
     * @param random uniform in [0, 1), for back-off
     * @param ports where the stream lane begins, if the settings name one
     * @param fees what cycles are priced with: those of the settings where nobody trades
     * @param beside who else is told, for example who trades
     */
    public OpportunityWatch(
            WatchSettings settings,
            OpportunityStore store,
            LanePorts ports,
            TickGate lease,
            SocketConnector connector,
            MonotonicClock clock,
            EpochClock time,
            DoubleSupplier random,
            PairFees fees,
            List<SinkBeside> beside) {
        this.clock = clock;
        this.time = time;
        ChangeQueue changes = new ChangeQueue(WAITING);
        outlet = settings.lane().map(lane -> new FrameOutlet(lane, ports, lease, time));
        List<SinkBeside> told = new ArrayList<>(beside);
        outlet.ifPresent(
                to -> told.add(new CycleFrames(VENUE, settings, settings.lane().orElseThrow(), lease, to)));
        recorder = new OpportunityRecorder(VENUE, settings.synthetic(), !told.isEmpty(), lease, changes);
        feed = new OpportunityFeed(VENUE, settings.limits(), settings.haircutPpm(), recorder, told);
        socket = new KrakenSocket(
                settings.address(),
                connector,
                new KrakenFeed(settings.feed(), feed, fees, random),
                new Backoff(1_000, 30_000),
                clock,
                time,
                random);
        writer = new OpportunityWriter(
                VENUE,
                changes,
                store,
                lease,
                () -> WatchStatus.json(VENUE, settings, socket.status(), feed, recorder, changes));
        writing.start();
        telling = outlet.map(
                to -> Thread.ofPlatform().daemon().name("cycle-frames").start(() -> tell(to)));
    }

    private void tell(FrameOutlet to) {
        try {
            while (!ending) {
                try {
                    to.round(ROUND_MS);
                } catch (RuntimeException e) {
                    // The next round tries again: pairs that aren't stored take no plan.
                    LOG.error("a round of triangles was not told and it goes on", e);
                    Thread.sleep(ROUND_MS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("triangles are no longer told");
        }
    }

    /** Whoever trades tells here what it takes and what not. */
    public OpportunityRecorder recorder() {
        return recorder;
    }

    /** Reads the books while no message changes them. From any thread; short. */
    public <T> T still(Supplier<T> read) {
        return socket.still(read);
    }

    /** Keeps the connection. */
    public void check() {
        socket.check();
    }

    /** Ends the feed; what is open is over as far as it is known, and is written while {@link #close} waits. */
    public synchronized void end() {
        if (!ending) {
            socket.close();
            feed.finish(time.nowMs());
            ending = true;
        }
    }

    private void write() {
        try {
            long statusAtMs = clock.nowMs();
            while (!ending || !writer.isIdle()) {
                boolean taken = writer.round(ending ? 0 : ROUND_MS);
                if (clock.nowMs() >= statusAtMs) {
                    writer.post();
                    statusAtMs = clock.nowMs() + STATUS_MS;
                }
                if (!taken) {
                    Thread.sleep(ROUND_MS);
                }
            }
            writer.post();
        } catch (InterruptedException e) {
            LOG.warn("the watch for triangles ends before all was written; the next one closes what is open");
        } catch (RuntimeException e) {
            // A defect must be seen at once; the market data go on without triangles.
            LOG.error("opportunities are no longer written", e);
        }
    }

    @Override
    public void close() {
        end();
        telling.ifPresent(Thread::interrupt);
        try {
            writing.join(DRAIN_MS);
            writing.interrupt();
        } catch (InterruptedException e) {
            writing.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
