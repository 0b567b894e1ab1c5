package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes from anywhere end as a record or as a {@link CorruptRecordException}, never as anything else. */
class MarketCodecHostileTest {

    private static final byte[] IDLE =
            MarketCodec.encode(new Frame(new Symbol("BTCUSDT"), 3, 17, 1_723_161_255_000L, null, List.of(), List.of()));

    @Provide
    Arbitrary<byte[]> records() {
        return MarketRecords.any().map(MarketCodec::encode);
    }

    @Property(tries = 5_000)
    void randomBytesAreCorrupt(@ForAll @Size(max = 300) byte[] bytes) {
        assertThrows(CorruptRecordException.class, () -> MarketCodec.decode(bytes));
    }

    @Property(tries = 5_000)
    void oneFlippedBitIsAlwaysNoticed(@ForAll("records") byte[] record, @ForAll @IntRange(max = 100_000) int at) {
        byte[] flipped = record.clone();
        flipped[at / 8 % flipped.length] ^= (byte) (1 << at % 8);

        assertThrows(CorruptRecordException.class, () -> MarketCodec.decode(flipped));
    }

    @Property(tries = 2_000)
    void everyTruncationIsNoticed(@ForAll("records") byte[] record, @ForAll @IntRange(max = 100_000) int at) {
        byte[] shorter = Arrays.copyOf(record, at % record.length);

        assertThrows(CorruptRecordException.class, () -> MarketCodec.decode(shorter));
    }

    @Property(tries = 20_000)
    void nonsenseBehindAValidSealIsARecordOrCorrupt(
            @ForAll("records") byte[] record, @ForAll @IntRange(max = 100_000) int at, @ForAll byte value) {
        byte[] body = Arrays.copyOf(record, record.length - 4);
        body[at % body.length] = value;

        decodesOrIsCorrupt(sealed(body));
    }

    @Property(tries = 5_000)
    void randomBodiesBehindAValidSealAreARecordOrCorrupt(@ForAll @Size(max = 300) byte[] body) {
        ByteBuffer head = ByteBuffer.allocate(body.length + 3)
                .put((byte) 'S')
                .put((byte) 'x')
                .put((byte) 1);

        decodesOrIsCorrupt(sealed(head.put(body).array()));
    }

    @Test
    void aClaimOfFourBillionTradesIsRefusedBeforeAnyOfThemIsAllocated() {
        byte[] body = Arrays.copyOf(IDLE, IDLE.length - 4 - 2 + 6);
        Arrays.fill(body, body.length - 6, body.length - 1, (byte) 0xFF);
        body[body.length - 1] = 0x01;

        CorruptRecordException corrupt =
                assertThrows(CorruptRecordException.class, () -> MarketCodec.decode(sealed(body)));

        assertEquals(
                "record is corrupt at byte 23: expected at most 0 trades, found 68719476735", corrupt.getMessage());
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] newer = IDLE.clone();
        newer[2] = 9;

        CorruptRecordException corrupt = assertThrows(CorruptRecordException.class, () -> MarketCodec.decode(newer));

        assertEquals("record is corrupt at byte 2: expected version 1, found 9", corrupt.getMessage());
        assertEquals(2, corrupt.offset());
    }

    private static void decodesOrIsCorrupt(byte[] bytes) {
        try {
            MarketRecord record = MarketCodec.decode(bytes);
            assertEquals(record, MarketCodec.decode(MarketCodec.encode(record)));
        } catch (CorruptRecordException expected) {
            assertTrue(expected.offset() <= bytes.length);
        }
    }

    private static byte[] sealed(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 4)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
