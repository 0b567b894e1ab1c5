package dev.sextant.venues.kraken.trade.nonce;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.order.NonceUnavailableException;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Nonces for a key that one process holds: {@code max(last + 1, epoch microseconds)}, each kept before it is given out.
 * A clock that is set back, or a burst of more than one a microsecond, goes on by ones. Safe for several threads.
 *
 * <p>Kraken can't lower a key's nonce. A key that was ever used with a finer unit than microseconds is of no use here: a
 * new one must be made.
 */
public final class MonotonicNonces implements NonceSource {

    private final LongSupplier epochMicros;
    private final NonceMemory memory;
    private long last;
    private boolean remembered;

    /** @param epochMicros this machine's clock, microseconds since 1970 */
    public MonotonicNonces(LongSupplier epochMicros, NonceMemory memory) {
        this.epochMicros = epochMicros;
        this.memory = memory;
    }

    @Override
    public synchronized long next() throws NonceUnavailableException {
        try {
            remember();
            if (last == Long.MAX_VALUE) {
                throw new NonceUnavailableException("the last nonce is " + last + ", the highest: make a new key");
            }
            long nonce = Math.max(last + 1, epochMicros.getAsLong());
            memory.keep(nonce);
            last = nonce;
            return nonce;
        } catch (IOException e) {
            throw new NonceUnavailableException("the last nonce can't be read or kept: " + e.getMessage(), e);
        }
    }

    private void remember() throws IOException, NonceUnavailableException {
        if (!remembered) {
            OptionalLong kept = memory.last();
            if (kept.isPresent() && kept.getAsLong() < 0) {
                throw new NonceUnavailableException("the kept nonce is " + kept.getAsLong() + ", expected 0 or more");
            }
            last = kept.orElse(0);
            remembered = true;
        }
    }
}
