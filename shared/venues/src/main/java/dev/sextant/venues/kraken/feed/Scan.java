package dev.sextant.venues.kraken.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Steps over JSON bytes. Each takes the place of the next byte and returns that of the one behind what it read, or a
 * negative {@link ScanResult#code()}. The last byte of a frame is a closing brace, which ends every token: only what
 * steps over a brace, or reads several bytes at once, has to look where the frame ends.
 */
final class Scan {

    /** What {@link #word} reads. */
    static final int WORD = 8;

    private static final int OTHER_SHAPE = ScanResult.OTHER_SHAPE.code();
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Scan() {}

    /** Eight bytes, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** A text of at most eight bytes as {@link #word} reads it, with zeros behind. */
    static long word(String ascii) {
        byte[] padded = new byte[WORD];
        byte[] text = ascii.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, padded, 0, text.length);
        return word(padded, 0);
    }

    /** Keeps the first bytes of a word. */
    static long mask(int bytes) {
        return bytes == WORD ? -1L : (1L << (8 * bytes)) - 1;
    }

    /** Over white space. */
    static int space(byte[] bytes, int at) {
        return bytes[at] > ' ' ? at : someSpace(bytes, at);
    }

    private static int someSpace(byte[] bytes, int from) {
        int at = from;
        while (isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    /** White space as JSON has it. */
    static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    /** Over the colon behind a field's name, to the value. */
    static int colon(byte[] bytes, int from) {
        int at = space(bytes, from);
        return bytes[at] == ':' ? space(bytes, at + 1) : OTHER_SHAPE;
    }
}
