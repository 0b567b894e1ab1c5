package dev.sextant.ingest.archive;

/**
 * An hour of trades as an object.
 *
 * @param key where it lies
 * @param bytes its size
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Segment(Hour hour, String key, long firstAggId, long lastAggId, long bytes, String sha256) {}
