package dev.sextant.ingest.indicator;

import java.util.List;

/** Reads indicators. Called at a tick, which waits for the answer; so the whole round has one short time limit. */
@FunctionalInterface
public interface IndicatorSource {

    /** Reads all polls of one tick at once. */
    Polled read(List<Poll> polls, long tickMs) throws InterruptedException;
}
