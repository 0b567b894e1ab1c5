package dev.sextant.platform.stream;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads the primitive forms of FRAME.md and trusts nothing: every read is checked against the end of the record, and no
 * claimed length is allocated before the bytes for it are seen to be there.
 */
final class WireReader {

    private static final int CRC_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private int offset;

    WireReader(byte[] record) {
        this.bytes = record;
        this.end = record.length - CRC_BYTES;
    }

    /** Compares the closing CRC-32 with the bytes before it. */
    void checkSeal() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, end);
        int written = ByteBuffer.wrap(bytes).getInt(end);
        if (written != (int) crc.getValue()) {
            throw new CorruptRecordException(
                    end, "CRC-32 " + Integer.toHexString((int) crc.getValue()), Integer.toHexString(written));
        }
    }

    int offset() {
        return offset;
    }

    int remaining() {
        return end - offset;
    }

    int u8(String expected) {
        if (offset >= end) {
            throw corrupt(expected, "the end of the record");
        }
        return bytes[offset++] & 0xFF;
    }

    long varint(String expected) {
        int start = offset;
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8(expected);
            if (shift == 63 && next > 1) {
                break;
            }
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        offset = start;
        throw corrupt(expected + " as a varint of 64 bits", "a longer one");
    }

    long zigzag(String expected) {
        long value = varint(expected);
        return (value >>> 1) ^ -(value & 1);
    }

    /** A count of things that take at least {@code bytesEach}: refused when they can't all be in what is left. */
    int count(String what, int bytesEach) {
        int start = offset;
        long count = varint("the number of " + what);
        int most = remaining() / bytesEach;
        if (count < 0 || count > most) {
            offset = start;
            throw corrupt("at most " + most + " " + what, Long.toUnsignedString(count));
        }
        return (int) count;
    }

    String text(String expected, int maxBytes) {
        byte[] blob = blob(expected, maxBytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(blob))
                    .toString();
        } catch (CharacterCodingException e) {
            throw corrupt(expected + " in UTF-8", "other bytes");
        }
    }

    BigInteger big(String expected, int maxBytes) {
        byte[] blob = blob(expected, maxBytes);
        if (blob.length == 0) {
            throw corrupt(expected, "no digits");
        }
        return new BigInteger(blob);
    }

    private byte[] blob(String expected, int maxBytes) {
        int length = count("bytes of " + expected, 1);
        if (length > maxBytes) {
            throw corrupt(expected + " of at most " + maxBytes + " bytes", length + " bytes");
        }
        offset += length;
        return Arrays.copyOfRange(bytes, offset - length, offset);
    }

    void checkEnd() {
        if (offset != end) {
            throw corrupt("the end of the record", remaining() + " more bytes");
        }
    }

    CorruptRecordException corrupt(String expected, String found) {
        return new CorruptRecordException(offset, expected, found);
    }
}
