package dev.sextant.fuzz;

import dev.sextant.fuzz.Judge.Outcome;
import java.util.function.Function;

/** Makes an input that breaks something as short as it gets while it breaks the same thing. */
final class Minimiser {

    private static final int MOST_TRIES = 20_000;

    private final Function<byte[], Outcome> judge;
    private int tries;

    Minimiser(Function<byte[], Outcome> judge) {
        this.judge = judge;
    }

    byte[] minimise(byte[] input, String kind) {
        byte[] shortest = input;
        for (int size = Math.max(1, input.length / 2); size >= 1; size /= 2) {
            shortest = withoutPieces(shortest, size, kind);
        }
        return shortest;
    }

    private byte[] withoutPieces(byte[] input, int size, String kind) {
        byte[] shortest = input;
        int at = 0;
        while (at < shortest.length && tries < MOST_TRIES) {
            byte[] shorter = without(shortest, at, Math.min(size, shortest.length - at));
            tries++;
            if (judge.apply(shorter) instanceof Outcome.Broken(String same, Throwable _) && same.equals(kind)) {
                shortest = shorter;
            } else {
                at += size;
            }
        }
        return shortest;
    }

    private static byte[] without(byte[] input, int from, int length) {
        byte[] out = new byte[input.length - length];
        System.arraycopy(input, 0, out, 0, from);
        System.arraycopy(input, from + length, out, from, out.length - from);
        return out;
    }
}
