package dev.sextant.platform.stream;

import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.MarketRecord;

/**
 * The bytes of a {@code market} record. {@code FRAME.md} beside this class is the format's page; records of old versions
 * stay readable. The ingest encodes; the scorer, the recorder and offline commands decode.
 */
public final class MarketCodec {

    /** The version written. */
    static final int VERSION = 1;

    private static final int MAGIC_1 = 'S';
    private static final int MAGIC_2 = 'x';
    private static final int FRAME = 1;
    private static final int INDICATOR = 2;
    private static final int LIQUIDATION = 3;
    private static final int CYCLE = 4;

    private MarketCodec() {}

    /**
     * Encodes without loss: {@code decode(encode(r)).equals(r)}.
     *
     * @throws IllegalArgumentException naming the field, when an indicator value has more than 76 digits or 64 decimals
     *     or a name outside {@code [a-z0-9_]{1,40}}, or a notional has 256 bits or more
     */
    public static byte[] encode(MarketRecord record) {
        WireWriter out = new WireWriter();
        out.u8(MAGIC_1);
        out.u8(MAGIC_2);
        out.u8(VERSION);
        switch (record) {
            case Frame frame -> {
                out.u8(FRAME);
                FrameBody.write(out, frame);
            }
            case IndicatorReading reading -> {
                out.u8(INDICATOR);
                IndicatorBody.write(out, reading);
            }
            case Liquidation liquidation -> {
                out.u8(LIQUIDATION);
                LiquidationBody.write(out, liquidation);
            }
            case CycleFrame cycle -> {
                out.u8(CYCLE);
                CycleBody.write(out, cycle);
            }
        }
        return out.sealed();
    }

    /**
     * Decodes bytes from anywhere. Memory stays proportional to the input's length.
     *
     * @throws CorruptRecordException naming the offset and what was expected, for any bytes that are no
     *     record of this or an older version; never another exception. A record written less tightly than {@link #encode}
     *     does is read, so that the encoder may change under the same version
     */
    public static MarketRecord decode(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        expect(in, MAGIC_1, "the magic byte 'S'");
        expect(in, MAGIC_2, "the magic byte 'x'");
        expect(in, VERSION, "version " + VERSION);
        in.checkSeal();
        try {
            MarketRecord record = body(in);
            in.checkEnd();
            return record;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // The domain's records refuse impossible values, and exact arithmetic refuses numbers that do not fit.
            throw in.corrupt("values that a market can have", String.valueOf(e.getMessage()));
        }
    }

    private static MarketRecord body(WireReader in) {
        int kind = in.u8("a record kind");
        return switch (kind) {
            case FRAME -> FrameBody.read(in);
            case INDICATOR -> IndicatorBody.read(in);
            case LIQUIDATION -> LiquidationBody.read(in);
            case CYCLE -> CycleBody.read(in);
            default -> throw in.corrupt("record kind 1 to 4", Integer.toString(kind));
        };
    }

    private static void expect(WireReader in, int value, String expected) {
        int offset = in.offset();
        int found = in.u8(expected);
        if (found != value) {
            throw new CorruptRecordException(offset, expected, Integer.toString(found));
        }
    }
}
