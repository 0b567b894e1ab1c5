package dev.sextant.ingest.drift;

/** Ids of trades in a row, both ends included. */
record IdRange(long fromAggId, long toAggId) {

    boolean touches(long firstAggId, long lastAggId) {
        return fromAggId <= lastAggId + 1 && toAggId >= firstAggId - 1;
    }

    boolean overlaps(IdRange other) {
        return fromAggId <= other.toAggId && toAggId >= other.fromAggId;
    }

    @Override
    public String toString() {
        return fromAggId == toAggId ? "trade " + fromAggId : "trades " + fromAggId + " to " + toAggId;
    }
}
