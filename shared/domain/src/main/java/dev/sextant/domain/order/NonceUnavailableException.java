package dev.sextant.domain.order;

/** No nonce can be given that is sure to be higher than those before. Nothing was sent. */
public final class NonceUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public NonceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public NonceUnavailableException(String message) {
        super(message);
    }
}
