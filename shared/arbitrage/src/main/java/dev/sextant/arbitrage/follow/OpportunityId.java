package dev.sextant.arbitrage.follow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of an opportunity, derived from what it is, so that whoever writes it twice writes the same. */
public final class OpportunityId {

    private OpportunityId() {}

    /**
     * SHA-256 as 64 lower-case hex digits.
     *
     * @param venue where, as {@code kraken}
     * @param cycle as {@code USD>BTC>ETH>USD}
     * @param seenMs when it was first seen, in epoch milliseconds
     * @param before how often the cycle went and came again within that millisecond before, usually 0
     */
    public static String of(String venue, String cycle, long seenMs, int before) {
        String what = venue + '\n' + cycle + '\n' + seenMs + (before == 0 ? "" : "\n" + before);
        byte[] text = ("opportunity\n" + what).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
