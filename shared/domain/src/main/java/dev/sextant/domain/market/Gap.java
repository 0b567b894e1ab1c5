package dev.sextant.domain.market;

/**
 * A hole in a symbol's aggregate ids, kept in the gap ledger and shown to users.
 *
 * @param symbol whose
 * @param fromAggId first missing id
 * @param toAggId last missing id
 * @param seenAtMs exchange time at which it was noticed
 * @param filled true once every missing trade was fetched over REST
 */
public record Gap(Symbol symbol, long fromAggId, long toAggId, long seenAtMs, boolean filled) {

    public Gap {
        if (toAggId < fromAggId) {
            throw new IllegalArgumentException("gap ends at " + toAggId + " before it starts at " + fromAggId);
        }
    }

    /** Missing trades. */
    public long size() {
        return toAggId - fromAggId + 1;
    }
}
