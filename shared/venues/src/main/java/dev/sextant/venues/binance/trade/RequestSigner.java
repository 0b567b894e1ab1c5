package dev.sextant.venues.binance.trade;

/** Signs the encoded parameters of a request. Holds the secret and never shows it. */
sealed interface RequestSigner permits HmacSigner, Ed25519Signer {

    /**
     * The value of the {@code signature} parameter, ready for a URL.
     *
     * @param payload the percent-encoded parameters, exactly as they are sent
     */
    String sign(String payload);
}
