package dev.sextant.ingest.opportunity;

import dev.sextant.ingest.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** What was written, one line each, in order; fails while it is told to. */
final class MemoryOpportunities implements OpportunityStore {

    final List<String> written = new ArrayList<>();
    boolean down;

    private void write(String line) throws StoreException {
        if (down) {
            throw new StoreException("the database is down", new IllegalStateException("down"));
        }
        written.add(line);
    }

    @Override
    public void interrupt(String venue) throws StoreException {
        write("interrupt " + venue);
    }

    @Override
    public void save(List<OpportunityRecord> records) throws StoreException {
        for (OpportunityRecord one : records) {
            write(one.opportunity().life() + " " + one.opportunity().seenMs() + " looks "
                    + one.opportunity().looks() + " offsets "
                    + one.opportunity().decay().size());
        }
    }

    @Override
    public void taken(String opportunityId, String planId) throws StoreException {
        write("taken by " + planId);
    }

    @Override
    public void left(String opportunityId, String reason) throws StoreException {
        write("left: " + reason);
    }

    @Override
    public void post(String status) throws StoreException {
        write(status);
    }
}
