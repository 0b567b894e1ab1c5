package dev.sextant.simulation.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The steps that are no faults, kept to judge the ends: in a finite world everything that stays possible happens in
 * the end, so the intent ends well exactly when a good end can be reached by such steps from everywhere.
 */
final class FairSteps {

    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private int size;

    void add(int before, int after) {
        if (before == after) {
            return;
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        from[size] = before;
        to[size++] = after;
    }

    /** The first state, of that many, from which no good one can be reached; -1 when there is none. */
    int firstLost(int states, IntPredicate good) {
        int[] begins = new int[states + 1];
        for (int i = 0; i < size; i++) {
            begins[to[i] + 1]++;
        }
        for (int i = 0; i < states; i++) {
            begins[i + 1] += begins[i];
        }
        int[] next = begins.clone();
        int[] comesFrom = new int[size];
        for (int i = 0; i < size; i++) {
            comesFrom[next[to[i]]++] = from[i];
        }
        int lost = reaching(states, good, begins, comesFrom).nextClearBit(0);
        return lost < states ? lost : -1;
    }

    private static BitSet reaching(int states, IntPredicate good, int[] begins, int[] comesFrom) {
        BitSet reaches = new BitSet(states);
        int[] queue = new int[states];
        int end = 0;
        for (int i = 0; i < states; i++) {
            if (good.test(i)) {
                reaches.set(i);
                queue[end++] = i;
            }
        }
        for (int at = 0; at < end; at++) {
            for (int i = begins[queue[at]]; i < begins[queue[at] + 1]; i++) {
                if (!reaches.get(comesFrom[i])) {
                    reaches.set(comesFrom[i]);
                    queue[end++] = comesFrom[i];
                }
            }
        }
        return reaches;
    }
}
