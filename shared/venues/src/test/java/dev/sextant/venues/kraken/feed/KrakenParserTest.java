package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Side;
import dev.sextant.venues.kraken.feed.KrakenMessage.Acknowledged;
import dev.sextant.venues.kraken.feed.KrakenMessage.Malformed;
import dev.sextant.venues.kraken.feed.KrakenMessage.Method;
import dev.sextant.venues.kraken.feed.KrakenMessage.Refused;
import dev.sextant.venues.kraken.feed.KrakenMessage.Status;
import dev.sextant.venues.kraken.feed.KrakenMessage.Unknown;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrakenParserTest {

    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final long TIME = 1_767_603_872_000_000L;

    private final KrakenParser parser = new KrakenParser();

    @Test
    void eachKindOfMessageComesToWhatItMeans() throws IOException {
        List<KrakenMessage> parsed =
                Frames.written().stream().map(parser::parse).toList();

        assertEquals(
                List.of(
                        new Status(MarketStatus.ONLINE, "2.0.10", "18446744073709551000"),
                        new Status(MarketStatus.UNKNOWN, "2.0.10", "7"),
                        new Acknowledged(
                                Method.SUBSCRIBE, "book", Optional.of(BTC), OptionalInt.of(25), OptionalLong.of(3)),
                        new Acknowledged(
                                Method.SUBSCRIBE,
                                "instrument",
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalLong.empty()),
                        new Acknowledged(
                                Method.UNSUBSCRIBE, "book", Optional.of(BTC), OptionalInt.of(25), OptionalLong.of(4)),
                        new Refused(
                                Method.SUBSCRIBE,
                                "Currency pair not supported FOO/USD",
                                Optional.of(new Symbol("FOO/USD")),
                                OptionalInt.empty(),
                                OptionalLong.of(5)),
                        new Refused(
                                Method.SUBSCRIBE,
                                "Subscription depth not supported",
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalLong.empty()),
                        new KrakenMessage.Pong(OptionalLong.of(42), TIME + 28_123_456, TIME + 28_123_500),
                        new KrakenMessage.Heartbeat(),
                        new KrakenMessage.Instruments(
                                true,
                                List.of(new AssetRules("USD", "enabled", 4), new AssetRules("BTC", "enabled", 10)),
                                List.of(
                                        new PairRules(
                                                BTC,
                                                "BTC",
                                                "USD",
                                                MarketStatus.ONLINE,
                                                1,
                                                8,
                                                decimal("0.1"),
                                                decimal("0.00000001"),
                                                decimal("0.00005000"),
                                                5,
                                                decimal("0.50")),
                                        new PairRules(
                                                new Symbol("WBTC/BTC"),
                                                "WBTC",
                                                "BTC",
                                                MarketStatus.REDUCE_ONLY,
                                                5,
                                                8,
                                                decimal("0.00001"),
                                                decimal("0.00000001"),
                                                decimal("0.0001"),
                                                10,
                                                decimal("0.00002"))),
                                List.of()),
                        new KrakenMessage.Instruments(
                                false,
                                List.of(),
                                List.of(new PairRules(
                                        BTC,
                                        "BTC",
                                        "USD",
                                        MarketStatus.UNKNOWN,
                                        1,
                                        8,
                                        decimal("0.1"),
                                        decimal("0.00000001"),
                                        decimal("0.00005"),
                                        5,
                                        decimal("0.50"))),
                                List.of(new KrakenMessage.UnreadEntry(
                                        "ETH/USD",
                                        "field 'price_increment' is 0.001, expected a positive step with at most 2"
                                                + " decimals"))),
                        new KrakenMessage.Book(
                                true,
                                BTC,
                                List.of(level("64525.0", "0.53807000"), level("64524", "1.5")),
                                List.of(level("64525.1", "0.0000001")),
                                4_294_967_295L,
                                TIME + 753_424),
                        new KrakenMessage.Book(
                                false,
                                BTC,
                                List.of(),
                                List.of(level("64525.1", "0.00000000"), level("64525.1", "0.25000000")),
                                0,
                                TIME + 768_901),
                        new KrakenMessage.Trades(
                                false,
                                List.of(
                                        new PublicTrade(
                                                BTC,
                                                Side.BUY,
                                                decimal("64525.1"),
                                                decimal("0.00027625"),
                                                10_218_208,
                                                TIME + 1_440_295),
                                        new PublicTrade(
                                                BTC,
                                                Side.SELL,
                                                decimal("64525.0"),
                                                decimal("0.0001246"),
                                                10_218_209,
                                                TIME + 1_440_296))),
                        new KrakenMessage.Tickers(
                                true,
                                List.of(new Ticker(
                                        BTC,
                                        decimal("64525.0"),
                                        decimal("0.53807"),
                                        decimal("64525.1"),
                                        decimal("0.25"),
                                        decimal("64525.10"),
                                        decimal("163.28908096"),
                                        decimal("64904.39279"),
                                        decimal("64211.0"),
                                        decimal("65613.1"),
                                        decimal("-250.0"),
                                        decimal("-0.39"),
                                        0))),
                        new Unknown("channel ohlc", Frames.written().get(15)),
                        new Unknown("method add_order", Frames.written().get(16))),
                parsed);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static BookLevel level(String price, String qty) {
        return new BookLevel(decimal(price), decimal(qty));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "64525.0 | 0 | bids[0]: field 'price' is 0, expected a positive number",
                "64525.0 | -64525.0 | bids[0]: field 'price' is -64525.0, expected a positive number",
                "64525.0 | \"64525.0\" | bids[0]: field 'price' is 64525.0, expected a JSON number with at most 20 digits on each side of the point",
                "64525.0 | 1e999999999 | bids[0]: field 'price' is 1e999999999, expected a JSON number with at most 20 digits on each side of the point",
                "64525.0 | 1e-9999999999 | bids[0]: field 'price' is 1e-9999999999, expected a JSON number with at most 20 digits on each side of the point",
                "64525.0 | 123456789012345678901 | bids[0]: field 'price' is 123456789012345678901, expected a JSON number with at most 20 digits on each side of the point",
                "1.5 | -1.5 | bids[1]: field 'qty' is -1.5, expected 0 or more",
                "1.5 | null | bids[1]: field 'qty' is null, expected a JSON number with at most 20 digits on each side of the point",
                "\"qty\":1.5 | \"quantity\":1.5 | bids[1]: field 'qty' is absent, expected a JSON number with at most 20 digits on each side of the point",
                "{\"price\":64524,\"qty\":1.5} | [64524,1.5] | field 'bids' is [64524, 1.5], expected objects only",
                "[{\"price\":64525.1,\"qty\":1e-07}] | {} | field 'asks' is an object of 0 fields, expected an array of objects",
                "[{\"price\":64525.1,\"qty\":1e-07}] | null | field 'asks' is null, expected an array of objects",
                "\"asks\" | \"offers\" | field 'asks' is absent, expected an array of objects",
                "\"checksum\":4294967295 | \"checksum\":4294967296 | field 'checksum' is 4294967296, expected a CRC-32 from 0 to 4294967295",
                "\"checksum\":4294967295 | \"checksum\":-1 | field 'checksum' is -1, expected a CRC-32 from 0 to 4294967295",
                "\"checksum\":4294967295 | \"checksum\":1.0 | field 'checksum' is 1.0, expected a whole JSON number",
                "\"checksum\":4294967295 | \"checksum\":\"17\" | field 'checksum' is 17, expected a whole JSON number",
                "\"checksum\":4294967295, | `` | field 'checksum' is absent, expected a whole JSON number",
                "BTC/USD | BTC USD | field 'symbol': symbol 'BTC USD' is not a symbol, expected 1 to 40 letters, digits or / - _ . :",
                "\"symbol\" | \"pair\" | field 'symbol' is absent, expected a JSON string",
                "2026-01-05 | 2026-02-30 | field 'timestamp' is 2026-02-30T09:04:32.753424Z, expected a time like 2026-07-19T17:54:39.753424Z between 1970 and 2100",
                "2026-01-05 | 1960-01-05 | field 'timestamp' is 1960-01-05T09:04:32.753424Z, expected a time like 2026-07-19T17:54:39.753424Z between 1970 and 2100",
                "2026-01-05 | 9999-01-05 | field 'timestamp' is 9999-01-05T09:04:32.753424Z, expected a time like 2026-07-19T17:54:39.753424Z between 1970 and 2100",
                "snapshot | partial | field 'type' is partial, expected snapshot or update",
                "\"type\":\"snapshot\", | `` | field 'type' is absent, expected a JSON string",
                "}]} | },{}]} | field 'data' is an array of 2, expected exactly one entry",
                "\"book\" | [] | field 'channel' is [], expected a JSON string",
                "\"channel\" | \"chanel\" | neither news nor an answer: fields 'channel' and 'method' are absent",
            })
    void aHostileBookIsRefusedWithTheFieldAndItsValue(String part, String replacement, String reason)
            throws IOException {
        String hostile = Frames.written().get(11).replace(part, replacement);
        Malformed malformed = assertInstanceOf(Malformed.class, parser.parse(hostile));
        assertEquals(reason, malformed.reason());
        assertTrue(malformed.mayBeBook());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | \"system\":\"online\" | \"system\":1 | field 'system' is 1, expected a JSON string",
                "0 | 18446744073709551000 | true | field 'connection_id' is true, expected a JSON string or number",
                "0 | \"data\":[{ | \"data\":[],\"x\":[{ | field 'data' is an array of 0, expected exactly one entry",
                "2 | \"success\":true | \"success\":1 | field 'success' is 1, expected true or false",
                "2 | \"success\":true, | `` | field 'success' is absent, expected true or false",
                "2 | \"result\" | \"outcome\" | field 'result' is absent, expected a JSON object",
                "2 | \"depth\":25 | \"depth\":-25 | field 'depth' is -25, expected a whole number from 0 to 100000",
                "2 | \"req_id\":3 | \"req_id\":\"3\" | field 'req_id' is 3, expected a whole JSON number",
                "5 | \"symbol\":\"FOO/USD\" | \"symbol\":\"\" | field 'symbol': symbol '' is not a symbol, expected 1 to 40 letters, digits or / - _ . :",
                "7 | \"time_in\" | \"time\" | field 'time_in' is absent, expected a JSON string",
                "9 | \"assets\" | \"money\" | none",
                "10 | \"assets\":[],\"pairs\" | \"x\" | field 'data' is an object of 1 fields, expected assets or pairs",
                "10 | [],\"pairs\" | {},\"pairs\" | field 'assets' is an object of 0 fields, expected an array of objects",
                "13 | \"buy\" | \"BUY\" | field 'side' is BUY, expected buy or sell",
                "13 | 0.00027625 | 0 | field 'qty' is 0, expected a positive number",
                "13 | 10218208 | -1 | field 'trade_id' is -1, expected an id of 0 or more",
                "14 | \"bid\":64525.0 | \"bid\":-1 | field 'bid' is -1, expected 0 or more",
                "14 | \"change\":-250.0, | `` | field 'change' is absent, expected a JSON number with at most 20 digits on each side of the point",
            })
    void otherHostileMessagesAreRefusedToo(int index, String part, String replacement, String reason)
            throws IOException {
        KrakenMessage parsed = parser.parse(Frames.written().get(index).replace(part, replacement));
        if (reason.equals("none")) {
            assertInstanceOf(KrakenMessage.Instruments.class, parsed);
        } else {
            assertEquals(new Malformed(reason, false, Optional.empty()), parsed);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price_precision\":1 | \"price_precision\":19 | field 'price_precision' is 19, expected a whole number from 0 to 18",
                "\"price_increment\":0.1 | \"price_increment\":0 | field 'price_increment' is 0, expected a positive step with at most 1 decimals",
                "\"qty_increment\":1e-08 | \"qty_increment\":1e-09 | field 'qty_increment' is 1E-9, expected a positive step with at most 8 decimals",
                "\"qty_min\":0.00005000 | \"qty_min\":-1 | field 'qty_min' is -1, expected 0 or more",
                "\"cost_min\":0.50, | `` | field 'cost_min' is absent, expected a JSON number with at most 20 digits on each side of the point",
                "\"base\":\"BTC\" | \"base\":\"\" | field 'base' is '', expected an asset's name of 1 to 40 characters",
            })
    void aPairWhoseRulesCannotBeIsNamedAndTheOthersStand(String part, String replacement, String reason)
            throws IOException {
        var instruments = assertInstanceOf(
                KrakenMessage.Instruments.class,
                parser.parse(Frames.written().get(9).replace(part, replacement)));
        assertEquals(List.of(new KrakenMessage.UnreadEntry("BTC/USD", reason)), instruments.unread());
        assertEquals(1, instruments.pairs().size());
        assertEquals(2, instruments.assets().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"checksum\" | \"sum\" | true | BTC/USD",
                "\"qty\" | \"amount\" | true | BTC/USD",
                "\"snapshot\" | 1 | true | BTC/USD",
                "\"book\" | 1 | true | BTC/USD",
                "\"channel\" | \"chanel\" | true | BTC/USD",
                "\"BTC/USD\" | 1 | true | ``",
                "}]} | },{}]} | true | ``",
                "\"data\":[ | \"data\":[[],[ | true | ``",
                "\"book\" | \"trade\" | false | ``",
                "\"book\" | \"ticker\" | false | ``",
            })
    void aMessageThatCannotBeUsedStillTellsWhichBookHasLostIt(
            String part, String replacement, boolean mayBeBook, String symbol) throws IOException {
        String damaged = Frames.written().get(11).replace(part, replacement);
        Malformed malformed = assertInstanceOf(Malformed.class, parser.parse(damaged), damaged);
        assertEquals(mayBeBook, malformed.mayBeBook());
        assertEquals(symbol, malformed.symbol().map(Symbol::name).orElse(""));
    }

    @Test
    void eachStatusHasTheWordOfTheVenue() {
        for (MarketStatus status : MarketStatus.values()) {
            assertEquals(status, MarketStatus.of(status.wireName()));
        }
        assertEquals(MarketStatus.UNKNOWN, MarketStatus.of("Online"));
        assertEquals(
                List.of(MarketStatus.ONLINE, MarketStatus.LIMIT_ONLY),
                java.util.Arrays.stream(MarketStatus.values())
                        .filter(MarketStatus::takesLimitOrders)
                        .toList());
    }

    @Test
    void whatTheVenueSaysIsCut() {
        String words = "w".repeat(10_000);
        for (String message : List.of(
                "{\"channel\":\"" + words + "\"}",
                "{\"method\":\"" + words + "\"}",
                "{\"method\":\"subscribe\",\"success\":false,\"error\":\"" + words + "\"}",
                "{\"channel\":\"status\",\"data\":[{\"system\":\"" + words + "\",\"connection_id\":\"" + words
                        + "\"}]}",
                "{\"channel\":\"book\",\"type\":\"" + words + "\"}",
                "{\"channel\":\"instrument\",\"type\":\"update\",\"data\":{\"pairs\":[{\"symbol\":\"" + words
                        + "\"}]}}",
                words)) {
            assertTrue(parser.parse(message).toString().length() < 700, message.substring(0, 60));
        }
    }

    @Test
    void aHugeMessageAndADeepOneAreRefused() {
        String huge = "{\"channel\":\"heartbeat\",\"x\":\"" + "x".repeat(KrakenParser.MAX_CHARS) + "\"}";
        assertInstanceOf(Malformed.class, parser.parse(huge));
        String deep = "{\"channel\":\"heartbeat\",\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
        assertInstanceOf(Malformed.class, parser.parse(deep));
        String level = "{\"price\":1,\"qty\":1},";
        String many = "{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":["
                + level.repeat(5_000) + "{\"price\":1,\"qty\":1}],\"asks\":[],\"checksum\":1}]}";
        assertEquals(
                new Malformed("field 'bids' is 5001 levels, expected at most 5000", true, Optional.of(BTC)),
                parser.parse(many));
    }
}
