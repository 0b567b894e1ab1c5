package dev.sextant.fuzz.mutation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cutting and pasting bytes. */
final class Cut {

    private Cut() {}

    /** The input with {@code [from, to)} replaced. */
    static byte[] replace(byte[] input, int from, int to, byte[] with) {
        byte[] out = new byte[input.length - (to - from) + with.length];
        System.arraycopy(input, 0, out, 0, from);
        System.arraycopy(with, 0, out, from, with.length);
        System.arraycopy(input, to, out, from + with.length, input.length - to);
        return out;
    }

    static byte[] replace(byte[] input, int from, int to, String with) {
        return replace(input, from, to, with.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] part(byte[] input, int from, int to) {
        return Arrays.copyOfRange(input, from, to);
    }
}
