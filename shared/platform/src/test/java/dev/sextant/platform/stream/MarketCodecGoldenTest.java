package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.SizeHistogram;
import dev.sextant.domain.market.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records written by old versions. The files are never regenerated: a new version adds files beside them. */
class MarketCodecGoldenTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    static Stream<Arguments> versionOne() {
        return Stream.of(
                Arguments.of("market-v1-key-frame.hex", keyFrame()),
                Arguments.of(
                        "market-v1-idle-frame.hex",
                        new Frame(new Symbol("BTC/USD"), 3, 17, 1_723_161_255_000L, null, List.of(), List.of())),
                Arguments.of("market-v1-indicator.hex", funding()));
    }

    @ParameterizedTest
    @MethodSource("versionOne")
    void recordsOfVersionOneStayReadable(String file, MarketRecord record) throws IOException {
        assertEquals(record, MarketCodec.decode(HexFormat.of().parseHex(golden(file))));
    }

    @ParameterizedTest
    @MethodSource("versionOne")
    void versionOneIsStillWhatIsWritten(String file, MarketRecord record) throws IOException {
        assertEquals(golden(file), HexFormat.of().formatHex(MarketCodec.encode(record)));
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(MarketCodecGoldenTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
        }
    }

    private static Frame keyFrame() {
        long startMs = 1_723_161_255_000L;
        BucketSums open =
                sums(startMs, 2_301_554_912L, 2_301_554_913L, 2, 6_180_030_000_000L, 6_180_020_000_000L, 600_000);
        BucketSums quiet = sums(startMs - 15_000, 2_301_554_912L, 2_301_554_911L, 0, 6_180_030_000_000L, 0, 0);
        BucketSums holed = sums(
                startMs - 30_000, 2_301_554_900L, 2_301_554_911L, 3, 6_180_030_000_000L, 6_179_950_000_000L, 900_000);
        SizeHistogram sizes = new SizeHistogram();
        sizes.add(600_000);
        sizes.add(600_000);
        sizes.add(33_300_000);
        return new Frame(
                BTC,
                7,
                123_456,
                startMs + 250,
                open,
                List.of(
                        new AggTrade(2_301_554_912L, 6_180_030_000_000L, 600_000, startMs + 3, true, 5_213L, 5_213L),
                        new AggTrade(
                                2_301_554_913L, 6_180_020_000_000L, 12_000_000, startMs + 204, false, 5_216L, 5_222L)),
                List.of(
                        new Bucket(holed, sizes, false, Bucket.CloseCause.TRADE),
                        new Bucket(quiet, new SizeHistogram(), true, Bucket.CloseCause.EVENT_TIME)));
    }

    private static BucketSums sums(
            long startMs, long firstAggId, long lastAggId, long count, long highE8, long lowE8, long qtyE8) {
        long low = lowE8 == 0 ? highE8 : lowE8;
        BigInteger notional = BigInteger.valueOf(highE8).multiply(BigInteger.valueOf(qtyE8 * 2));
        return new BucketSums(startMs, firstAggId, lastAggId, count, low, highE8, low, highE8, qtyE8, qtyE8, notional);
    }

    private static IndicatorReading funding() {
        return new IndicatorReading(
                BTC,
                IndicatorType.FUNDING_RATE,
                1_723_161_255_000L,
                1_723_161_255_840L,
                Map.of(
                        "rate", new BigDecimal("-0.00010000"),
                        "mark_price", new BigDecimal("61800.30000000"),
                        "next_funding_ms", new BigDecimal("1723161600000")),
                true);
    }
}
