package dev.sextant.ingest.opportunity;

import dev.sextant.ingest.store.StoreException;
import java.util.List;

/** Where opportunities are kept. Every call may be repeated, and records may come in any order. */
public interface OpportunityStore {

    /** Keeps nothing: of a desk that watches no triangles. */
    OpportunityStore NONE = new OpportunityStore() {
        @Override
        public void interrupt(String venue) {}

        @Override
        public void save(List<OpportunityRecord> records) {}

        @Override
        public void taken(String opportunityId, String planId) {}

        @Override
        public void left(String opportunityId, String reason) {}

        @Override
        public void post(String status) {}
    };

    /** A watch begins: what an earlier one left open has ended unseen. */
    void interrupt(String venue) throws StoreException;

    /** Keeps what is known by now. */
    void save(List<OpportunityRecord> records) throws StoreException;

    /** A plan takes one that has been saved. */
    void taken(String opportunityId, String planId) throws StoreException;

    /** Nothing takes one that has been saved, and why. */
    void left(String opportunityId, String reason) throws StoreException;

    /** How the watch is: a JSON object. */
    void post(String status) throws StoreException;
}
