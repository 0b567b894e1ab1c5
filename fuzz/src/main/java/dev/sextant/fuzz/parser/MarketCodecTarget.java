package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.MarketCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Records of the {@code market} stream: frames, readings, liquidations. The input is what stands before the seal; it is
 * read unsealed, and again with a valid seal, or no mutation would ever get past it. Only {@link CorruptRecordException},
 * with an offset inside the record. What is read survives writing and reading, and is always written in the same bytes.
 */
public final class MarketCodecTarget implements FuzzTarget {

    @Override
    public String name() {
        return "market-codec";
    }

    @Override
    public Verdict check(byte[] input) {
        try {
            MarketCodec.decode(input);
        } catch (CorruptRecordException e) {
            unless(e.offset() >= 0 && e.offset() <= input.length, "the offset is in the record");
        }
        byte[] record = sealed(input);
        try {
            return accepted(MarketCodec.decode(record), record);
        } catch (CorruptRecordException e) {
            unless(e.offset() >= 0 && e.offset() <= record.length, "the offset is in the sealed record");
            return Verdict.refused(e);
        }
    }

    private static Verdict accepted(MarketRecord read, byte[] record) {
        byte[] written = MarketCodec.encode(read);
        MarketRecord again = MarketCodec.decode(written);
        unlessEqual(read, again, "a record survives writing and reading");
        unless(Arrays.equals(written, MarketCodec.encode(again)), "a record has one spelling that is written");
        unless(written.length <= record.length + 16, "no record is spelled shorter than it is written");
        if (read instanceof Frame frame) {
            return new Verdict.Accepted("frame " + Math.min(2, frame.trades().size()) + " "
                    + Math.min(2, frame.closed().size()) + " " + (frame.open() == null));
        }
        return Verdict.accepted(read);
    }

    private static byte[] sealed(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + Integer.BYTES)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
