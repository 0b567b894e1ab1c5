package dev.sextant.fuzz.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Blind ones, for any input. */
final class ByteMutations {

    private static final byte[] EDGES = {
        0, 1, 0x7f, (byte) 0x80, (byte) 0xff, 0x20, 0x0a, 0x0d, '0', '9', '"', '\\', '-'
    };

    private ByteMutations() {}

    static List<Mutation> all() {
        return List.of(
                ByteMutations::flipBit,
                ByteMutations::setByte,
                ByteMutations::setEdge,
                ByteMutations::insert,
                ByteMutations::delete,
                ByteMutations::duplicate,
                ByteMutations::truncate,
                ByteMutations::fill);
    }

    static byte[] flipBit(byte[] input, RandomGenerator random) {
        byte[] out = input.clone();
        if (out.length > 0) {
            out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return out;
    }

    static byte[] setByte(byte[] input, RandomGenerator random) {
        byte[] out = input.clone();
        if (out.length > 0) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        return out;
    }

    static byte[] setEdge(byte[] input, RandomGenerator random) {
        byte[] out = input.clone();
        if (out.length > 0) {
            out[random.nextInt(out.length)] = EDGES[random.nextInt(EDGES.length)];
        }
        return out;
    }

    static byte[] insert(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        byte[] some = new byte[1 + random.nextInt(4)];
        random.nextBytes(some);
        return Cut.replace(input, at, at, some);
    }

    static byte[] delete(byte[] input, RandomGenerator random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(8));
        return Cut.replace(input, from, to, new byte[0]);
    }

    static byte[] duplicate(byte[] input, RandomGenerator random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(64));
        return Cut.replace(input, to, to, Cut.part(input, from, to));
    }

    static byte[] truncate(byte[] input, RandomGenerator random) {
        return Cut.part(input, 0, random.nextInt(input.length + 1));
    }

    /** The same byte many times over: what a long count or a long varint looks like. */
    static byte[] fill(byte[] input, RandomGenerator random) {
        byte[] out = input.clone();
        int from = random.nextInt(out.length + 1);
        Arrays.fill(out, from, Math.min(out.length, from + 1 + random.nextInt(10)), EDGES[random.nextInt(5)]);
        return out;
    }
}
