package dev.sextant.simulation.check;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.simulation.exchange.SimOrder;
import dev.sextant.simulation.feed.FeedWitness;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Move;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of the private stream and of the ingests that bring it and the time. */
public final class FeedChecks implements FeedWitness {

    private static final String STREAM = "user-stream";

    /** Ruling 15. */
    private static final long SILENT_MS = 30_000;

    /**
     * Beyond that: a sign of life is told up to 5 s later with the next tick, and an entry that was claimed in time is
     * accepted up to 15 s later, by a clock that is up to 5 s off.
     */
    private static final long ON_THE_WAY_MS = 35_000;

    private final Kernel kernel;
    private final ModelStore store;
    private final Sometimes.Seen seen;
    private final Set<String> streamed = new HashSet<>();
    private @Nullable Long expectedMs;
    private @Nullable String key;
    private @Nullable OrderState before;
    private long aliveToldMs;
    private long heardMs;
    private long lastEpoch;

    FeedChecks(Kernel kernel, ModelStore store, Sometimes.Seen seen) {
        this.kernel = kernel;
        this.store = store;
        this.seen = seen;
    }

    // The private stream.

    @Override
    public void heard() {
        heardMs = kernel.nowMs();
    }

    @Override
    public void aliveTold(long aliveAtMs) {
        aliveToldMs = Math.max(aliveToldMs, aliveAtMs);
    }

    @Override
    public void heardAfterTheEnd() {
        seen.see(Sometimes.STREAM_HEARD_AFTER_ITS_SOCKET_WAS_GIVEN_UP);
    }

    void streamExpected(long nowMs) {
        expectedMs = nowMs;
    }

    void keyKept(String kept) {
        if (key != null && !key.equals(kept)) {
            seen.see(Sometimes.LISTEN_KEY_REPLACED);
        }
        key = kept;
    }

    /** S1: by what was told to the desk, and when. */
    void entryClaimed(Move move) {
        Long expected = expectedMs;
        if (expected != null) {
            long silentMs = move.atMs() - Math.max(aliveToldMs, expected);
            Violation.when(
                    silentMs > SILENT_MS,
                    "S1",
                    "entry " + move.id() + " was claimed with a private stream that told nothing for " + silentMs
                            + " ms");
        }
    }

    /** S2: by what was really heard. */
    void entryAccepted(SimOrder entry) {
        Long expected = expectedMs;
        if (expected != null) {
            long silentMs = kernel.nowMs() - Math.max(heardMs, expected);
            Violation.when(
                    silentMs > SILENT_MS + ON_THE_WAY_MS,
                    "S2",
                    "entry " + entry.clientOrderId() + " was accepted " + silentMs
                            + " ms after the last sign of the private stream");
        }
    }

    void refused(String code) {
        if (code.equals("stream_stale")) {
            seen.see(Sometimes.ENTRY_REFUSED_FOR_A_STALE_STREAM);
        }
    }

    void reporting(OrderReport report) {
        before = store.order(report.id()).map(StoredOrder::state).orElse(null);
    }

    void reported(OrderReport report, Reported answer) {
        if (!report.source().equals(STREAM)) {
            return;
        }
        if (before == OrderState.SENDING) {
            seen.see(Sometimes.STREAM_TOLD_BEFORE_THE_ANSWER);
        }
        for (Fill fill : report.fills()) {
            if (!streamed.add(fill.tradeId())) {
                seen.see(Sometimes.FILL_TOLD_TWICE_BY_THE_STREAM);
            } else if (answer.newFills() > 0) {
                seen.see(Sometimes.FILL_FIRST_KNOWN_BY_STREAM);
            } else {
                seen.see(Sometimes.FILL_KNOWN_BY_REST_BEFORE_THE_STREAM);
            }
        }
    }

    // The ingests.

    /** I1: time is told by one. */
    @Override
    public void tickLeaves(long epoch, int holders) {
        Violation.when(holders > 1, "I1", holders + " ingests hold the lease, epoch " + epoch + " tells the time");
    }

    @Override
    public void tickArrives(long epoch, long heldBy) {
        if (lastEpoch != 0 && epoch > lastEpoch) {
            seen.see(Sometimes.INGEST_TOOK_OVER);
        }
        lastEpoch = Math.max(lastEpoch, epoch);
        if (heldBy != 0 && heldBy != epoch) {
            seen.see(Sometimes.TICK_OF_A_ZOMBIE);
        }
    }
}
