package dev.sextant.arbitrage.book;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits in bytes. */
final class Digits {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Digits() {}

    /** Writes a positive number without leading zeros and returns how many digits it has. */
    static int write(long value, byte[] to, int at) {
        int length = length(value);
        long rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            long tenth = rest / 10;
            to[i] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        }
        return length;
    }

    private static int length(long value) {
        int length = 1;
        for (long bound = 10; length < 19 && value >= bound; bound *= 10) {
            length++;
        }
        return length;
    }

    /** Copies whole words: up to seven bytes more than asked for, which both arrays must have room for. */
    static void copy(byte[] from, int fromAt, byte[] to, int toAt, int length) {
        for (int i = 0; i < length; i += Long.BYTES) {
            WORD.set(to, toAt + i, (long) WORD.get(from, fromAt + i));
        }
    }
}
