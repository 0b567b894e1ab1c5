package dev.sextant.arbitrage.book;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits in bytes. */
final class Digits {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The two digits of 0 to 99, the first one lowest. */
    private static final short[] PAIRS = new short[100];

    private static final long[] POWERS = new long[19];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (short) (('0' + i / 10) | ('0' + i % 10) << Byte.SIZE);
        }
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Digits() {}

    /** Writes a positive number without leading zeros and returns how many digits it has. */
    static int write(long value, byte[] to, int at) {
        int length = length(value);
        int i = at + length;
        long rest = value;
        while (rest >= 100) {
            long hundredth = rest / 100;
            i -= 2;
            PAIR.set(to, i, PAIRS[(int) (rest - hundredth * 100)]);
            rest = hundredth;
        }
        if (rest >= 10) {
            PAIR.set(to, i - 2, PAIRS[(int) rest]);
        } else {
            to[i - 1] = (byte) ('0' + rest);
        }
        return length;
    }

    /** A logarithm from the highest bit, corrected by one comparison. */
    private static int length(long value) {
        int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value)) * 1233) >>> 12;
        return value < POWERS[guess] ? guess : guess + 1;
    }

    /** Copies whole words: up to seven bytes more than asked for, which both arrays must have room for. */
    static void copy(byte[] from, int fromAt, byte[] to, int toAt, int length) {
        for (int i = 0; i < length; i += Long.BYTES) {
            WORD.set(to, toAt + i, (long) WORD.get(from, fromAt + i));
        }
    }
}
