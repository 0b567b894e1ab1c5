package dev.sextant.venues.binance.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamParserTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");

    private final StreamParser parser = new StreamParser();

    private static List<String> messages() throws IOException {
        InputStream file = StreamParserTest.class.getResourceAsStream("/binance/market/stream.ndjson");
        try (var reader =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void eachKindOfMessageComesToWhatItMeans() throws IOException {
        List<Parsed> parsed = messages().stream().map(parser::parse).toList();

        assertEquals(
                List.of(
                        event(new MarketEvent.Trade(
                                BTC,
                                1_750_000_000_120L,
                                new AggTrade(41, e8("60000.1"), e8("0.15"), 1_750_000_000_015L, true, 100, 105))),
                        event(new MarketEvent.Trade(
                                ETH,
                                1_750_000_000_220L,
                                new AggTrade(7, e8("2500.5"), e8("3"), 1_750_000_000_115L, false, 9, 9))),
                        event(new MarketEvent.MarkPrice(
                                BTC,
                                1_750_000_001_000L,
                                e8("60001.12345678"),
                                OptionalLong.of(e8("59998.5")),
                                OptionalLong.of(e8("-0.00003936")),
                                1_750_003_200_000L)),
                        event(new MarketEvent.MarkPrice(
                                new Symbol("BTCUSDT_260925"),
                                1_750_000_001_000L,
                                e8("60100.1"),
                                OptionalLong.of(e8("59998.5")),
                                OptionalLong.empty(),
                                0)),
                        event(new MarketEvent.TopOfBook(
                                ETH, 1_750_000_000_101L, 500, e8("2500.4"), e8("12"), e8("2500.5"), e8("0.001"))),
                        event(new MarketEvent.DepthChange(
                                BTC,
                                1_750_000_000_301L,
                                157,
                                160,
                                149,
                                PriceLevels.of(e8("60000"), e8("10"), e8("59999.9"), 0),
                                PriceLevels.of(e8("60000.1"), e8("1.5")))),
                        event(new MarketEvent.ForcedOrder(
                                BTC, 1_750_000_002_615L, true, e8("0.014"), e8("59100.5"), 1_750_000_002_607L)),
                        new Parsed.Ignored("partial depth"),
                        new Parsed.Ignored("event kline"),
                        new Parsed.Ignored("acknowledgement"),
                        new Parsed.Ignored("acknowledgement"),
                        new Parsed.Refused(2, "Invalid request: unknown method"),
                        new Parsed.Refused(4, "Too many subscriptions")),
                parsed);
    }

    private static Parsed event(MarketEvent event) {
        return new Parsed.Event(event);
    }

    private static long e8(String decimal) {
        return E8.parse(decimal);
    }

    @Test
    void aForcedOrdersNotionalIsExact() {
        var order = new MarketEvent.ForcedOrder(BTC, 1, true, e8("0.014"), e8("59100.5"), 1);
        assertEquals(0, order.notional().compareTo(new BigDecimal("827.407")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"p\":\"60000.10\"    | \"p\":60000.10          | field 'p' is 60000.10, expected a JSON string",
                "\"p\":\"60000.10\"    | \"p\":\"NaN\"             | field 'p': not a number in the desk's range: 'NaN', expected digits with at most one point",
                "\"p\":\"60000.10\"    | \"p\":\"1e400\"           | field 'p': not a number in the desk's range: '1e400', expected digits with at most one point",
                "\"p\":\"60000.10\"    | \"p\":\"0.000000001\"     | field 'p': not a number in the desk's range: '0.000000001', expected at most 8 decimals",
                "\"p\":\"60000.10\"    | \"p\":\"-1\"              | aggregate trade 41 is impossible: priceE8 -100000000, qtyE8 15000000, tradeTimeMs 1750000000015, trades 100..105",
                "\"q\":\"0.150\"       | \"q\":\"0\"               | aggregate trade 41 is impossible: priceE8 6000010000000, qtyE8 0, tradeTimeMs 1750000000015, trades 100..105",
                "\"a\":41              | \"a\":\"41\"              | field 'a' is 41, expected a whole JSON number",
                "\"a\":41              | \"a\":-1                | field 'a' is -1, expected an id of 0 or more",
                "\"a\":41              | \"a\":41.5              | field 'a' is 41.5, expected a whole JSON number",
                "\"m\":true            | \"m\":\"true\"            | field 'm' is true, expected true or false",
                "\"m\":true            | \"m\":1                 | field 'm' is 1, expected true or false",
                "\"T\":1750000000015   | \"T\":1750000300121     | field 'T' is 1750000300121, expected a time within 5 minutes of E 1750000000120",
                "\"T\":1750000000015   | \"T\":1                 | field 'T' is 1, expected a time within 5 minutes of E 1750000000120",
                "\"E\":1750000000120   | \"E\":99999999999999    | field 'E' is 99999999999999, expected milliseconds between 1970 and 2100",
                "\"s\":\"BTCUSDT\"     | \"s\":\"BTC USDT\"        | field 's': symbol 'BTC USDT' is not a symbol, expected 1 to 40 letters, digits or / - _ . :",
                "\"s\":\"BTCUSDT\"     | \"s\":\"\"                | field 's': symbol '' is not a symbol, expected 1 to 40 letters, digits or / - _ . :",
                "\"s\":\"BTCUSDT\"     | \"z\":\"BTCUSDT\"         | field 's' is absent, expected a JSON string",
                "\"e\":\"aggTrade\"    | \"e\":[]                | field 'e' is [], expected a JSON string",
                "\"data\":             | \"d\":                  | field 'data' is absent, expected a JSON object",
            })
    void aHostileTradeIsRefusedWithTheFieldAndItsValue(String part, String replacement, String reason)
            throws IOException {
        String hostile = messages().getFirst().replace(part, replacement);
        assertEquals(new Parsed.Malformed(reason), parser.parse(hostile));
    }

    @ParameterizedTest
    @CsvSource({"币安人生USDT", "ＢＴＣUSDT", "ÄÖÜUSDT"})
    void aSymbolOutsideAsciiIsKeptAsItIs(String name) throws IOException {
        Parsed parsed = parser.parse(messages().getFirst().replace("BTCUSDT", name));
        assertEquals(
                new Symbol(name),
                assertInstanceOf(Parsed.Event.class, parsed).event().symbol());
    }

    @Test
    void aLevelWithoutPriceOrWithNegativeQuantityIsRefused() throws IOException {
        String depth = messages().get(5);
        assertInstanceOf(Parsed.Malformed.class, parser.parse(depth.replace("\"1.5\"", "\"-1.5\"")));
        assertInstanceOf(Parsed.Malformed.class, parser.parse(depth.replace("\"60000.10\"", "\"0\"")));
        assertInstanceOf(
                Parsed.Malformed.class, parser.parse(depth.replace("[\"60000.10\",\"1.5\"]", "[\"60000.10\"]")));
        assertInstanceOf(Parsed.Malformed.class, parser.parse(depth.replace("\"1.5\"", "1.5")));
    }

    @Test
    void aHugeMessageIsRefusedByItsLength() {
        String huge = "{\"e\":\"aggTrade\",\"x\":\"" + "x".repeat(StreamParser.MAX_CHARS) + "\"}";
        assertInstanceOf(Parsed.Malformed.class, parser.parse(huge));
    }

    @Test
    void deepNestingIsRefusedEvenInAFieldNobodyReads() {
        String deep = "{\"e\":\"aggTrade\",\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
        assertInstanceOf(Parsed.Malformed.class, parser.parse(deep));
    }

    @Test
    void anAnnouncedEndIsUnderstoodRawAndCombined() {
        String raw = "{\"e\":\"serverShutdown\",\"E\":1750000001000}";
        assertEquals(new Parsed.ShuttingDown(), new StreamParser().parse(raw));
        assertEquals(new Parsed.ShuttingDown(), new StreamParser().parse("{\"stream\":\"x\",\"data\":" + raw + "}"));
    }
}
