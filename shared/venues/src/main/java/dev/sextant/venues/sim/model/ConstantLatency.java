package dev.sextant.venues.sim.model;

/** The same latency at all times. */
record ConstantLatency(long entryMs, long responseMs) implements LatencyModel {

    ConstantLatency {
        if (entryMs < 0 || responseMs < 0) {
            throw new IllegalArgumentException(
                    "latency " + entryMs + "/" + responseMs + " ms is impossible, expected 0 or more");
        }
    }

    @Override
    public String toString() {
        return entryMs + "+" + responseMs + " ms";
    }

    @Override
    public long entryMs(long sentAtMs) {
        return entryMs;
    }

    @Override
    public long responseMs(long happenedAtMs) {
        return responseMs;
    }
}
