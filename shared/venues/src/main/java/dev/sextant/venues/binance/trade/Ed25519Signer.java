package dev.sextant.venues.binance.trade;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Ed25519 in Base64, percent-encoded because Base64 has characters that a URL gives a meaning. */
final class Ed25519Signer implements RequestSigner {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    /**
     * @param pkcs8 the private key as Base64 of PKCS#8, with or without the PEM lines around it
     * @throws IllegalArgumentException when it is not such a key; the text is not repeated
     */
    Ed25519Signer(String pkcs8) {
        String base64 = pkcs8.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            this.key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            // The cause may quote the key, so it stays out.
            throw new IllegalArgumentException("the private key is not an Ed25519 key in PKCS#8 form (Base64 or PEM)");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform of the desk has " + ALGORITHM, e);
        }
    }

    @Override
    public String sign(String payload) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return Parameters.encode(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("an Ed25519 key that was accepted signs anything", e);
        }
    }

    @Override
    public String toString() {
        return "Ed25519Signer[***]";
    }
}
