package dev.sextant.recordings.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The identities of the last {@link #KEPT} rows of a file: a repetition further back is not known any more. */
final class SeenRows {

    static final int KEPT = 65_536;

    private static final int LONGEST_KEPT_WHOLE = 80;

    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<String> inOrder = new ArrayDeque<>();

    /** Notes a row and tells whether it is new. */
    boolean isNew(String stream, String identity) {
        String key = shortened(stream + '\n' + identity);
        if (!known.add(key)) {
            return false;
        }
        inOrder.add(key);
        if (inOrder.size() > KEPT) {
            known.remove(inOrder.remove());
        }
        return true;
    }

    /** Whole lines and frames are remembered by their SHA-256, so that memory doesn't grow with their length. */
    private static String shortened(String key) {
        if (key.length() <= LONGEST_KEPT_WHOLE) {
            return key;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
