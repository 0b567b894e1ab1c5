package dev.sextant.ingest.opportunity;

/** What is to be written, in the order it happened. */
sealed interface Change {

    /** The opportunity it is about. */
    String opportunityId();

    /** What is known by now; replaces what was known before. */
    record Known(OpportunityRecord record) implements Change {
        @Override
        public String opportunityId() {
            return record.opportunity().id();
        }
    }

    /** A plan takes it. */
    record Taken(String opportunityId, String planId) implements Change {}

    /** Nothing takes it. */
    record Left(String opportunityId, String reason) implements Change {}
}
