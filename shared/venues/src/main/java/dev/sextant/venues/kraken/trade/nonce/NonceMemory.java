package dev.sextant.venues.kraken.trade.nonce;

import java.io.IOException;
import java.util.OptionalLong;

/** Where the last nonce of a key outlives the process. */
public interface NonceMemory {

    /** The last nonce that was kept, empty when there has never been one. */
    OptionalLong last() throws IOException;

    /** Keeps a nonce. When this returns, a crash can't lose it. */
    void keep(long nonce) throws IOException;
}
