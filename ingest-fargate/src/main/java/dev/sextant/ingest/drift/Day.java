package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A UTC day: the buckets that start in it, and the decisions at their ends. */
record Day(LocalDate date) {

    static final long LENGTH_MS = 86_400_000;

    static Day of(long timeMs) {
        return new Day(LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC));
    }

    long fromMs() {
        return date.toEpochDay() * LENGTH_MS;
    }

    /** Exclusive. */
    long untilMs() {
        return fromMs() + LENGTH_MS;
    }

    boolean holds(Bucket bucket) {
        return bucket.startMs() >= fromMs() && bucket.startMs() < untilMs();
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
