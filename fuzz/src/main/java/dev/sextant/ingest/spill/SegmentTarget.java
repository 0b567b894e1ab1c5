package dev.sextant.ingest.spill;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Files of the spill. The input is read as it is, and again with the checksums that are where they should be put right, or
 * no mutation would ever get past them. Only {@link SegmentException}, for the header; records come with rising sequences,
 * written again they are the bytes they were read from, and what is passed over is named.
 */
public final class SegmentTarget implements FuzzTarget {

    private static final SegmentName NAME = new SegmentName(1_750_000, 7);

    @Override
    public String name() {
        return "spill-segment";
    }

    @Override
    public Verdict check(byte[] input) {
        read(input);
        return read(repaired(input));
    }

    private static Verdict read(byte[] file) {
        try {
            SegmentReader reader = new SegmentReader(file, SegmentFormat.checkHeader(file, NAME));
            long last = Long.MIN_VALUE;
            int records = 0;
            for (Optional<SegmentReader.Found> found = reader.next(); found.isPresent(); found = reader.next()) {
                SegmentReader.Found record = found.get();
                unless(records == 0 || record.sequence() > last, "sequences rise");
                last = record.sequence();
                records++;
                byte[] written = SegmentFormat.record(last, record.payload()).array();
                unless(contains(file, written), "a record that is read stands in the file");
            }
            unless(reader.damage().size() <= file.length, "damage is told once");
            return new Verdict.Accepted(Math.min(records, 3) + " records, "
                    + Math.min(3, reader.damage().size()) + " damages");
        } catch (SegmentException e) {
            return Verdict.refused(e);
        }
    }

    private static boolean contains(byte[] file, byte[] part) {
        for (int at = SegmentFormat.HEADER_BYTES; at + part.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] repaired(byte[] input) {
        byte[] file = input.clone();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int header = SegmentFormat.HEADER_BYTES - Integer.BYTES;
        if (file.length >= SegmentFormat.HEADER_BYTES) {
            bytes.putInt(header, crc(file, 0, header, 0, 0));
        }
        int at = SegmentFormat.HEADER_BYTES;
        while (at + SegmentFormat.FRAMING_BYTES <= file.length) {
            int length = bytes.getInt(at + Integer.BYTES);
            int body = at + SegmentFormat.FRAMING_BYTES;
            if (length < 0 || length > file.length - body) {
                at++;
                continue;
            }
            bytes.putInt(at + 2 * Integer.BYTES, crc(file, at + Integer.BYTES, Integer.BYTES, body, length));
            at = body + Math.max(1, length);
        }
        return file;
    }

    private static int crc(byte[] file, int from, int length, int thenFrom, int thenLength) {
        CRC32C crc = new CRC32C();
        crc.update(file, from, length);
        crc.update(file, thenFrom, thenLength);
        return (int) crc.getValue();
    }
}
