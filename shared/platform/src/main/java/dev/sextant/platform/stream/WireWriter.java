package dev.sextant.platform.stream;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Appends the primitive forms of FRAME.md to a growing array. The twin of {@link WireReader}. */
final class WireWriter {

    private byte[] bytes = new byte[512];
    private int length;

    void u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** The 64 bits of a long as an unsigned varint: short for small positive numbers, lossless for all. */
    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A varint that is short for small numbers of either sign. */
    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    void text(String text) {
        blob(text.getBytes(StandardCharsets.UTF_8));
    }

    void big(BigInteger value) {
        blob(value.toByteArray());
    }

    private void blob(byte[] blob) {
        varint(blob.length);
        room(blob.length);
        System.arraycopy(blob, 0, bytes, length, blob.length);
        length += blob.length;
    }

    /** Everything written so far, closed with its CRC-32. */
    byte[] sealed() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        for (int shift = 24; shift >= 0; shift -= 8) {
            u8((int) (crc.getValue() >>> shift));
        }
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
