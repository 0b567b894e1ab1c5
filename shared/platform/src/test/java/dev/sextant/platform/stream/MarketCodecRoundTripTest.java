package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarketCodecRoundTripTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    @Provide
    Arbitrary<MarketRecord> records() {
        return MarketRecords.any();
    }

    @Property(tries = 5_000)
    void everyRecordComesBackEqual(@ForAll("records") MarketRecord record) {
        assertEquals(record, MarketCodec.decode(MarketCodec.encode(record)));
    }

    @Property(tries = 500)
    void decodingAndEncodingAgainGivesTheSameBytes(@ForAll("records") MarketRecord record) {
        byte[] bytes = MarketCodec.encode(record);
        org.junit.jupiter.api.Assertions.assertArrayEquals(bytes, MarketCodec.encode(MarketCodec.decode(bytes)));
    }

    @Test
    void anIdleFrameWithoutOpenBucketTakesUnderThirtyBytes() {
        byte[] bytes = MarketCodec.encode(new Frame(BTC, 3, 17, 1_723_161_255_000L, null, List.of(), List.of()));

        assertEquals(29, bytes.length);
    }

    @Test
    void anIndicatorValueBeyondTheFormatIsRefusedWithItsName() {
        BigDecimal huge = new BigDecimal(BigInteger.TEN.pow(80));
        IndicatorReading reading =
                new IndicatorReading(BTC, IndicatorType.FUNDING_RATE, 1, 2, Map.of("rate", huge), false);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> MarketCodec.encode(reading));

        assertEquals(
                "BTCUSDT/funding_rate/1 has a rate with scale 0 and 81 digits, expected at most 64 decimals and 76 digits",
                refused.getMessage());
    }

    @Test
    void aNotionalBeyondTheFormatIsRefused() {
        BucketSums sums = new BucketSums(15_000, 1, 1, 1, 1, 1, 1, 1, 1, 0, BigInteger.TWO.pow(300));
        Frame frame = new Frame(BTC, 0, 0, 15_001, sums, List.of(), List.of());

        assertThrows(IllegalArgumentException.class, () -> MarketCodec.encode(frame));
    }
}
