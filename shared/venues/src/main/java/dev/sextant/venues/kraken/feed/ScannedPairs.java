package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs a {@link BookScanner} knows, each by a small number: its place in the list they were made from. Immutable;
 * made anew when an instrument message changes a precision.
 */
public final class ScannedPairs {

    /** In place of a number. */
    public static final int UNKNOWN = -1;

    private static final int HASH_STEP = 31;

    private final List<PairRules> rules;
    private final byte[][] names;
    private final int[] slots;
    private final int[] pricePrecisions;
    private final int[] qtyPrecisions;

    /** @param rules each symbol once */
    public ScannedPairs(List<PairRules> rules) {
        this.rules = List.copyOf(rules);
        this.names = new byte[rules.size()][];
        this.slots = new int[Integer.highestOneBit(Math.max(4, rules.size())) * 4];
        this.pricePrecisions =
                rules.stream().mapToInt(PairRules::pricePrecision).toArray();
        this.qtyPrecisions = rules.stream().mapToInt(PairRules::qtyPrecision).toArray();
        Arrays.fill(slots, UNKNOWN);
        for (int pair = 0; pair < names.length; pair++) {
            put(pair, this.rules.get(pair).symbol());
        }
    }

    private void put(int pair, Symbol symbol) {
        byte[] name = bytes(symbol);
        if (find(name, 0, name.length, hash(name, 0, name.length)) != UNKNOWN) {
            throw new IllegalArgumentException("pair " + symbol + " is there twice, expected once");
        }
        names[pair] = name;
        int slot = hash(name, 0, name.length) & (slots.length - 1);
        while (slots[slot] != UNKNOWN) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = pair;
    }

    /** How many. */
    public int size() {
        return names.length;
    }

    /** What was told of a pair. */
    public PairRules rules(int pair) {
        return rules.get(pair);
    }

    /** The pair's number, or {@link #UNKNOWN}. */
    public int find(Symbol symbol) {
        byte[] name = bytes(symbol);
        return find(name, 0, name.length, hash(name, 0, name.length));
    }

    /** The number of the pair whose name stands at these bytes. */
    int find(byte[] bytes, int from, int to, int hash) {
        for (int slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
            int pair = slots[slot];
            if (pair == UNKNOWN) {
                return UNKNOWN;
            }
            byte[] name = names[pair];
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return pair;
            }
        }
    }

    /** The hash of a name with one more byte. */
    static int hash(int hash, byte next) {
        return hash * HASH_STEP + next;
    }

    private static int hash(byte[] name, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash(hash, name[i]);
        }
        return hash;
    }

    int pricePrecision(int pair) {
        return pricePrecisions[pair];
    }

    int qtyPrecision(int pair) {
        return qtyPrecisions[pair];
    }

    private static byte[] bytes(Symbol symbol) {
        return symbol.name().getBytes(StandardCharsets.UTF_8);
    }
}
