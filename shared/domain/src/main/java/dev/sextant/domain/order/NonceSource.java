package dev.sextant.domain.order;

/**
 * Where the nonces of one API key come from: each is higher than every one before, across restarts and processes. There
 * is one source for a key, whatever the number of senders.
 */
@FunctionalInterface
public interface NonceSource {

    /**
     * The next nonce, positive.
     *
     * @throws NonceUnavailableException when none can be given that is sure to be higher; nothing may be sent then
     */
    long next() throws NonceUnavailableException;
}
