package dev.sextant.ingest.drift;

/**
 * What the desk stored of a bucket, as far as it is compared.
 *
 * @param upgraded whether it was incomplete first, when the desk decided on it
 */
record StoredBucket(
        long startMs, long firstAggId, long lastAggId, boolean complete, boolean upgraded, String contentHash) {}
