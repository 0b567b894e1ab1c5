package dev.sextant.ingest.spill;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The bytes of a segment, big-endian. A header: magic (8), version (4), epoch (8), number (4), first sequence (8), CRC32C of
 * these (4). Then records: mark (4), length of the body (4), CRC32C of length and body (4), body: sequence (8), payload. The
 * mark lets a reader find the next record behind a damaged one; the sequence tells how many are missing.
 */
final class SegmentFormat {

    static final int VERSION = 1;
    static final int HEADER_BYTES = 36;
    static final int FRAMING_BYTES = 12;
    static final int SEQUENCE_BYTES = 8;

    /** A record of a stream is at most 1 MiB; the ticks of many accounts may be a few. */
    static final int MAX_BODY_BYTES = 16 << 20;

    private static final long MAGIC = 0x53_58_53_50_49_4c_4c_0aL; // "SXSPILL\n"
    private static final int MARK = 0xB7_53_58_52;

    private SegmentFormat() {}

    static ByteBuffer header(SegmentName name, long firstSequence) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES);
        bytes.putLong(MAGIC)
                .putInt(VERSION)
                .putLong(name.epoch())
                .putInt(name.number())
                .putLong(firstSequence);
        bytes.putInt(checksum(bytes.array(), 0, HEADER_BYTES - 4));
        return bytes.flip();
    }

    /**
     * Checks a header and returns the first sequence.
     *
     * @throws SegmentException naming the field that is wrong
     */
    static long checkHeader(byte[] file, SegmentName name) throws SegmentException {
        String which = name.fileName();
        if (file.length < HEADER_BYTES) {
            throw SegmentException.of(which, "length", file.length, "at least " + HEADER_BYTES + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        long magic = bytes.getLong();
        if (magic != MAGIC) {
            throw SegmentException.of(which, "magic", hex(magic), hex(MAGIC) + ": this is no file of the spill");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw SegmentException.of(which, "format version", version, VERSION + ", the one this release reads");
        }
        long epoch = bytes.getLong();
        int number = bytes.getInt();
        long firstSequence = bytes.getLong();
        int checksum = bytes.getInt();
        int right = checksum(file, 0, HEADER_BYTES - 4);
        if (checksum != right) {
            throw SegmentException.of(which, "header checksum", hex(checksum), hex(right));
        }
        if (epoch != name.epoch()) {
            throw SegmentException.of(which, "epoch", epoch, name.epoch() + " as in the file's name");
        }
        if (number != name.number()) {
            throw SegmentException.of(which, "number", number, name.number() + " as in the file's name");
        }
        return firstSequence;
    }

    static ByteBuffer record(long sequence, byte[] payload) {
        int length = SEQUENCE_BYTES + payload.length;
        ByteBuffer bytes = ByteBuffer.allocate(FRAMING_BYTES + length);
        bytes.putInt(MARK).putInt(length).putInt(0).putLong(sequence).put(payload);
        bytes.putInt(8, checksum(bytes.array(), length));
        return bytes.flip();
    }

    /** Length of the body of the whole, undamaged record at an offset, or −1 when there is none. */
    static int bodyLength(byte[] file, int offset) {
        if (offset + FRAMING_BYTES + SEQUENCE_BYTES > file.length) {
            return -1;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file, offset, FRAMING_BYTES);
        int mark = bytes.getInt();
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        boolean possible = mark == MARK
                && length >= SEQUENCE_BYTES
                && length <= MAX_BODY_BYTES
                && length <= file.length - offset - FRAMING_BYTES;
        return possible && checksum == checksum(file, offset, length, offset + FRAMING_BYTES) ? length : -1;
    }

    private static int checksum(byte[] record, int length) {
        return checksum(record, 0, length, FRAMING_BYTES);
    }

    /** Of the length field and the body. */
    private static int checksum(byte[] file, int recordOffset, int length, int bodyOffset) {
        CRC32C crc = new CRC32C();
        crc.update(file, recordOffset + 4, 4);
        crc.update(file, bodyOffset, length);
        return (int) crc.getValue();
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
