package dev.sextant.local.venue.kraken.rest;

import dev.sextant.local.venue.kraken.account.Counter;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Who may call what: the key, the signature over what was sent, a nonce above the key's last, the key's rights. */
final class KeyGate {

    private static final String HMAC = "HmacSHA512";
    private static final BigInteger END = BigInteger.ONE.shiftLeft(64);

    private static final class Holder {
        private final KrakenKey key;
        private final Counter counter;
        private BigInteger lastNonce = BigInteger.valueOf(-1);

        Holder(KrakenKey key, Counter counter) {
            this.key = key;
            this.counter = counter;
        }
    }

    private final Map<String, Holder> holders = new HashMap<>();

    KeyGate(List<KrakenKey> keys, Tier tier) {
        for (KrakenKey key : keys) {
            if (holders.put(key.key(), new Holder(key, tier.restCounter())) != null) {
                throw new IllegalArgumentException("the key " + key.key() + " comes twice, expected each once");
            }
        }
    }

    /** Lets a call pass, its nonce and its cost counted, or refuses it. Answers its key. */
    synchronized KrakenKey pass(KrakenCall call, @Nullable Right need, int cost, long nowMs) {
        Holder holder = holders.get(call.apiKey() == null ? "" : call.apiKey());
        if (holder == null) {
            throw new Refusal("EAPI:Invalid key");
        }
        String nonce = call.form().text("nonce");
        if (!nonce.matches("[0-9]{1,20}") || new BigInteger(nonce).compareTo(END) >= 0) {
            throw new Refusal("EAPI:Invalid nonce");
        }
        if (call.apiSign() == null || !signature(holder.key, call, nonce).equals(call.apiSign())) {
            throw new Refusal("EAPI:Invalid signature");
        }
        BigInteger number = new BigInteger(nonce);
        if (number.compareTo(holder.lastNonce) <= 0) {
            throw new Refusal("EAPI:Invalid nonce");
        }
        holder.lastNonce = number;
        if (need != null && !holder.key.rights().contains(need)) {
            throw new Refusal("EGeneral:Permission denied");
        }
        holder.counter.add(cost, nowMs, "EAPI:Rate limit exceeded");
        return holder.key;
    }

    /** Base64 of HMAC-SHA512, keyed by the secret, over the path and SHA-256 of nonce and body. */
    static String signature(KrakenKey key, KrakenCall call, String nonce) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest((nonce + call.body()).getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret()), HMAC));
            mac.update(call.path().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
