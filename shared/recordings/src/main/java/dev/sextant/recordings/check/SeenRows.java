package dev.sextant.recordings.check;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** The identities of the last {@link #KEPT} rows of a file: a repetition further back is not known any more. */
final class SeenRows {

    static final int KEPT = 65_536;

    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<String> inOrder = new ArrayDeque<>();

    /** Notes a row and tells whether it is new. */
    boolean isNew(String stream, String identity) {
        String key = stream + '\n' + identity;
        if (!known.add(key)) {
            return false;
        }
        inOrder.add(key);
        if (inOrder.size() > KEPT) {
            known.remove(inOrder.remove());
        }
        return true;
    }
}
