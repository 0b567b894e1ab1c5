package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.follow.Opportunity.Life;
import dev.sextant.arbitrage.follow.OpportunityFollower;
import dev.sextant.arbitrage.follow.ProvenBook;
import dev.sextant.arbitrage.follow.Pursuit;
import dev.sextant.arbitrage.follow.Sighting;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.ingest.lease.TickGate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Notes what becomes of each opportunity, for {@link OpportunityWriter} to write. Only the holder of the lease mints: what is
 * first seen while another ingest holds it is left to that one. Called on the thread of the books, where it waits for
 * nothing; {@link #taken} and {@link #left} from any thread.
 */
public final class OpportunityRecorder implements OpportunityFollower {

    /** Said of an opportunity until whoever trades says something else. */
    static final String NOBODY_TRADES = "triangles are watched, not traded";

    /** Looks that say nothing new but an edge and a time are noted this often. */
    private static final long LOOKS_MS = 500;

    private final String venue;
    private final boolean synthetic;
    private final TickGate lease;
    private final ChangeQueue changes;
    private final Map<Sighting, Minted> minted = new HashMap<>();
    private final AtomicLong mintedCount = new AtomicLong();
    private final AtomicLong leftToOthers = new AtomicLong();
    private @Nullable FollowedCycles followed;

    /** One that is this ingest's to tell. */
    private static final class Minted {
        private final List<ProvenBook> books;
        private Life life = Life.SEEN;
        private int offsets;
        private long notedMs;

        Minted(List<ProvenBook> books, long nowMs) {
            this.books = books;
            this.notedMs = nowMs;
        }
    }

    OpportunityRecorder(String venue, boolean synthetic, TickGate lease, ChangeQueue changes) {
        this.venue = venue;
        this.synthetic = synthetic;
        this.lease = lease;
        this.changes = changes;
    }

    /** Whose opportunities these are from now on. */
    void of(FollowedCycles cycles) {
        followed = cycles;
    }

    /** How many opportunities were first seen under the lease. */
    long minted() {
        return mintedCount.get();
    }

    /** How many were first seen while another ingest held it. */
    long leftToOthers() {
        return leftToOthers.get();
    }

    @Override
    public Pursuit seen(Sighting sighting, CycleSizer plan) {
        FollowedCycles cycles = followed;
        if (cycles == null || lease.term() == TickGate.CLOSED) {
            leftToOthers.incrementAndGet();
            return Pursuit.NONE;
        }
        mintedCount.incrementAndGet();
        Minted mine = new Minted(cycles.proof(sighting, plan), sighting.seenMs());
        minted.put(sighting, mine);
        note(sighting, mine);
        return Pursuit.NONE;
    }

    @Override
    public void changed(Sighting sighting) {
        Minted mine = minted.get(sighting);
        if (mine == null) {
            return;
        }
        boolean news = mine.life != sighting.life()
                || mine.offsets != sighting.offsetsKnown()
                || sighting.lastMs() - mine.notedMs >= LOOKS_MS;
        if (news) {
            note(sighting, mine);
        }
    }

    @Override
    public void over(Sighting sighting) {
        Minted mine = minted.remove(sighting);
        if (mine != null) {
            note(sighting, mine);
        }
    }

    private void note(Sighting sighting, Minted mine) {
        mine.life = sighting.life();
        mine.offsets = sighting.offsetsKnown();
        mine.notedMs = sighting.lastMs();
        changes.offer(new Change.Known(
                new OpportunityRecord(venue, synthetic, sighting.opportunity(), mine.books, NOBODY_TRADES)));
    }

    /** A plan takes an opportunity. From any thread. */
    public void taken(String opportunityId, String planId) {
        changes.offer(new Change.Taken(opportunityId, planId));
    }

    /** Nothing takes an opportunity, and why, in a few words. From any thread. */
    public void left(String opportunityId, String reason) {
        changes.offer(new Change.Left(opportunityId, reason));
    }
}
