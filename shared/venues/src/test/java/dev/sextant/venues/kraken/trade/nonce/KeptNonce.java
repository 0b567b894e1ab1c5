package dev.sextant.venues.kraken.trade.nonce;

import java.io.IOException;
import java.util.OptionalLong;

/** A memory that outlives what uses it, and can fail. */
public final class KeptNonce implements NonceMemory {

    public OptionalLong kept = OptionalLong.empty();
    public boolean broken;

    @Override
    public OptionalLong last() {
        return kept;
    }

    @Override
    public void keep(long nonce) throws IOException {
        if (broken) {
            throw new IOException("disk is full");
        }
        kept = OptionalLong.of(nonce);
    }
}
