package dev.sextant.ingest.spill;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The records of one segment in order, passing over what is damaged. */
final class SegmentReader {

    /** A whole record. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Found(long sequence, byte[] payload) {}

    private final byte[] file;
    private final List<String> damage = new ArrayList<>();
    private int offset = SegmentFormat.HEADER_BYTES;
    private long lowestSequence;

    /** @param file its header has been checked */
    SegmentReader(byte[] file, long firstSequence) {
        this.file = file;
        this.lowestSequence = firstSequence;
    }

    /** The next whole record. */
    Optional<Found> next() {
        while (offset < file.length) {
            int length = SegmentFormat.bodyLength(file, offset);
            if (length < 0) {
                skipDamage();
                continue;
            }
            int at = offset + SegmentFormat.FRAMING_BYTES;
            offset = at + length;
            long sequence =
                    ByteBuffer.wrap(file, at, SegmentFormat.SEQUENCE_BYTES).getLong();
            if (sequence >= lowestSequence) {
                lowestSequence = sequence + 1;
                return Optional.of(
                        new Found(sequence, Arrays.copyOfRange(file, at + SegmentFormat.SEQUENCE_BYTES, offset)));
            }
            damage.add("record " + sequence + " before byte " + offset + " stands behind a later one");
        }
        return Optional.empty();
    }

    private void skipDamage() {
        int start = offset;
        do {
            offset++;
        } while (offset < file.length && SegmentFormat.bodyLength(file, offset) < 0);
        damage.add("bytes " + start + " to " + (offset - 1) + " are no record"
                + (offset == file.length ? ": the end is torn or damaged" : ""));
    }

    /** What was passed over so far. */
    List<String> damage() {
        return damage;
    }
}
