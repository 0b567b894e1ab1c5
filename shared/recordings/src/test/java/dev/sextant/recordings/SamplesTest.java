package dev.sextant.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.recordings.check.LoadReport;
import dev.sextant.recordings.event.EventJson;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small file of each dialect, written by hand: told apart by content, counted, and put into the field's terms. */
class SamplesTest {

    private static Path sample(String name) {
        try {
            return Path.of(SamplesTest.class.getResource("/samples/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private record Read(LoadReport report, List<String> events) {}

    private static Read read(String name) throws RecordingException {
        List<String> events = new ArrayList<>();
        LoadReport report = Recording.open(sample(name))
                .read(
                        OptionalLong.empty(),
                        event -> events.add(EventJson.of(event).toString()));
        return new Read(report, events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BTCUSDT-aggTrades.csv | binance-agg-trades-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            agg-trades-without-header.csv | binance-agg-trades-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            trade-rows.csv | binance-trade-rows-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            depth-rows.csv | binance-depth-rows-csv | 4 kept, 0 duplicate, 0 malformed, 0 late, gaps 1/0
            large-trades.csv | binance-large-trades-csv | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            liquidations.csv | binance-liquidations-csv | 3 kept, 1 duplicate, 0 malformed, 0 late, gaps ?
            accounts.csv | hyperliquid-liquidations-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            list.csv | ccxt-trades-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABCUSD-plain.csv | plain-trades-csv | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            ABCUSDT-1h.csv | candles-csv | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps 1/1
            ABCUSDT-1h-mark.csv | candles-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            close-second.csv | candles-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            universe.csv | candles-csv | 4 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABC-USDT-SWAP-bars.csv | candles-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABCUSDT-funding.csv | funding-rate-csv | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps 1/1
            premium.csv | funding-premium-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABC-USDT-SWAP-funding.csv | okx-funding-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            abcusd-funding.csv | lean-funding-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABCUSDT-rates.csv | funding-in-candles-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            exchanges.csv | exchange-candles-with-funding-csv | 5 kept, 0 duplicate, 1 malformed, 0 late, gaps 0/0
            ABC-USDT-SWAP-interest.csv | okx-open-interest-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABC-USDT-SWAP-ratio.csv | okx-long-short-ratio-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            ABC-USDT-SWAP-taker.csv | okx-taker-volume-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            20230501_abcusd_minute_quote.csv | lean-minute-quotes-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            20230501_abcusd_minute_trade.csv | lean-minute-trades-csv | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            binance.raw | binance-frames | 6 kept, 0 duplicate, 1 malformed, 0 late, gaps 2/2
            binance.txt | binance-frames | 5 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            coinbase.jsonl | coinbase-frames | 5 kept, 0 duplicate, 0 malformed, 0 late, gaps 1/1
            kraken-v1.txt | kraken-v1-frames | 5 kept, 1 duplicate, 0 malformed, 0 late, gaps ?
            kraken-v2.ndjson | kraken-v2-frames | 5 kept, 0 duplicate, 0 malformed, 1 late, gaps ?
            checksum-cases.ndjson | kraken-checksum-cases | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            gemini.txt | gemini-frames | 3 kept, 1 duplicate, 0 malformed, 0 late, gaps ?
            ABC-USD-4h.json | coinbase-candles-json | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps 1/1
            bars.json | named-bars-json | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps 0/0
            tickers.json | kucoin-tickers-json | 2 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            instruments.json | kraken-instruments-json | 3 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            answer.json | json-message | 1 kept, 0 duplicate, 0 malformed, 0 late, gaps ?
            """)
    void eachDialectIsToldByItsContent(String file, String format, String counts) throws RecordingException {
        LoadReport report = read(file).report();
        LoadReport.Counts found = report.counts();
        String gaps = report.gaps().judged()
                ? report.gaps().count() + "/" + report.gaps().missing()
                : "?";
        assertEquals(format, report.format());
        assertEquals(
                counts,
                found.kept() + " kept, " + found.duplicates() + " duplicate, " + found.malformed() + " malformed, "
                        + found.outOfOrder() + " late, gaps " + gaps);
    }

    /** The first event that each dialect tells. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BTCUSDT-aggTrades.csv | {"kind":"aggregate_trade","symbol":"BTCUSDT","time":"2023-11-14T22:13:20.000Z","agg_id":11,"price":"50000.1","quantity":"0.5","buyer_is_maker":true,"first_trade_id":101,"last_trade_id":102}
            agg-trades-without-header.csv | {"kind":"aggregate_trade","time":"2023-11-14T22:13:20.000Z","agg_id":11,"price":"50000.1","quantity":"0.5","buyer_is_maker":true,"first_trade_id":101,"last_trade_id":102}
            trade-rows.csv | {"kind":"trade","symbol":"ABCUSDT","time":"2023-11-14T22:13:20.001Z","id":7,"price":"0.25","quantity":"100","taker":"buyer"}
            depth-rows.csv | {"kind":"book_change","symbol":"ABCUSDT","time":"2023-11-14T22:13:20.005Z","first_update_id":5,"last_update_id":6,"bids":[["0.25","100"]],"asks":[]}
            large-trades.csv | {"kind":"aggregate_trade","symbol":"ABCUSDT","time":"2023-11-14T22:13:20.001Z","agg_id":500,"price":"30000.5","quantity":"1.5","buyer_is_maker":false}
            liquidations.csv | {"kind":"liquidation","symbol":"ABC","time":"2023-11-14T22:13:20.000Z","liquidated":"long","quantity":"10","average_price":"2.4"}
            accounts.csv | {"kind":"account_liquidation","time":"2023-03-01T00:00:01.000Z","account":"0x00000000000000000000000000000000000000aa","notional":"100.5","account_value":"2.25","margin_mode":"Cross"}
            list.csv | {"kind":"trade","time":"2023-11-14T22:13:20.000Z","id":41,"price":"10.5","quantity":"2","taker":"buyer"}
            ABCUSD-plain.csv | {"kind":"trade","symbol":"ABCUSD","time":"2014-05-13T16:53:20.000Z","price":"600.5","quantity":"0.1"}
            ABCUSDT-1h.csv | {"kind":"candle","symbol":"ABCUSDT","time":"2023-05-01T00:00:00.000Z","price_source":"trades","open":"10","high":"12","low":"9","close":"11","volume":"100","closed":true}
            ABCUSDT-1h-mark.csv | {"kind":"candle","symbol":"ABCUSDT","time":"2023-05-01T00:00:00.000Z","price_source":"mark","open":"10","high":"12","low":"9","close":"11","closed":true}
            close-second.csv | {"kind":"candle","time":"2023-05-01T00:00:00.000Z","price_source":"trades","open":"10","high":"12","low":"9","close":"11","volume":"1","closed":true}
            ABCUSDT-funding.csv | {"kind":"funding_rate","symbol":"ABCUSDT","time":"2023-05-01T00:00:00.000Z","rate":"0.0001"}
            premium.csv | {"kind":"funding_rate","symbol":"ABC","time":"2023-05-01T00:00:00.101Z","rate":"0.0000125","premium":"0.0001"}
            ABC-USDT-SWAP-funding.csv | {"kind":"funding_rate","symbol":"ABC-USDT-SWAP","time":"2023-05-01T00:00:00.000Z","rate":"0.000035"}
            abcusd-funding.csv | {"kind":"funding_rate","symbol":"abcusd","time":"2023-05-01T00:00:00.000Z","rate":"0.0001"}
            ABCUSDT-rates.csv | {"kind":"funding_rate","symbol":"ABCUSDT","time":"2023-05-01T00:00:00.017Z","rate":"0.0001"}
            ABC-USDT-SWAP-interest.csv | {"kind":"open_interest","symbol":"ABC-USDT-SWAP","time":"2023-05-01T00:00:00.000Z","open_interest":"1000.5","open_interest_value":"1000.5"}
            ABC-USDT-SWAP-ratio.csv | {"kind":"long_short_ratio","symbol":"ABC-USDT-SWAP","time":"2023-05-01T00:00:00.000Z","ratio":"1.25"}
            ABC-USDT-SWAP-taker.csv | {"kind":"taker_volume","symbol":"ABC-USDT-SWAP","time":"2023-05-01T00:00:00.000Z","bought":"20.5","sold":"10.5"}
            20230501_abcusd_minute_quote.csv | {"kind":"quote_bar","symbol":"ABCUSD","time":"2023-05-01T00:00:00.000Z","bid":{"open":"10","high":"10","low":"10","close":"10"},"bid_size":"1","ask":{"open":"11","high":"11","low":"11","close":"11"},"ask_size":"2"}
            binance.raw | {"kind":"trade","symbol":"ABCUSDT","time":"2023-11-14T22:13:20.001Z","id":5,"price":"10.5","quantity":"2","taker":"seller"}
            coinbase.jsonl | {"kind":"book_snapshot","symbol":"ABC-USD","time":"2023-11-14T22:13:21.100Z","bids":[["10","1"]],"asks":[["11","2"]]}
            ABC-USD-4h.json | {"kind":"candle","symbol":"ABC-USD","time":"2023-11-14T22:13:20.000Z","price_source":"trades","open":"10","high":"12","low":"9","close":"11","volume":"5","closed":true}
            bars.json | {"kind":"candle","symbol":"ABC/USD","time":"2023-11-14T22:10:00.000Z","price_source":"trades","open":"10.5","high":"11","low":"10","close":"10.75","volume":"0.1","closed":true}
            tickers.json | {"kind":"quote","symbol":"ABC-USD","time":"2023-11-14T22:13:20.000Z","bid":"10.00510005","ask":"10.5"}
            instruments.json | {"kind":"listing","symbol":"USD","section":"assets","status":"enabled"}
            checksum-cases.ndjson | {"kind":"book_snapshot","symbol":"ABC/USD","time":"2023-11-14T22:13:20.100Z","last_update_id":5,"bids":[["10","0.0000001"]],"asks":[["11","2"]]}
            """)
    void eventsAreTheFieldsTermsWithExactNumbersAndOneTime(String file, String first) throws RecordingException {
        assertEquals(first, read(file).events().getFirst());
    }

    @Test
    void framesOfOneFileTellManyKinds() throws RecordingException {
        assertEquals(
                List.of(
                        "{\"kind\":\"aggregate_trade\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:20.199Z\",\"agg_id\":1,"
                                + "\"price\":\"10\",\"quantity\":\"1\",\"buyer_is_maker\":false,\"first_trade_id\":1,\"last_trade_id\":2}",
                        "{\"kind\":\"candle\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:00.000Z\",\"price_source\":\"trades\","
                                + "\"open\":\"10\",\"high\":\"10\",\"low\":\"10\",\"close\":\"10\",\"volume\":\"1\",\"closed\":false}",
                        "{\"kind\":\"mark_price\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:22.000Z\",\"mark_price\":\"10.1\","
                                + "\"index_price\":\"10.05\",\"funding_rate\":\"0.0001\",\"next_funding_time\":\"2023-11-15T00:00:00.000Z\"}",
                        "{\"kind\":\"liquidation\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:22.999Z\",\"liquidated\":\"long\","
                                + "\"quantity\":\"5\",\"average_price\":\"9.9\"}",
                        "{\"kind\":\"book_snapshot\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:24.500Z\",\"last_update_id\":7,"
                                + "\"bids\":[[\"10\",\"1\"]],\"asks\":[[\"11\",\"1\"]]}"),
                read("binance.txt").events());
    }

    /** Spot's best bid and ask have no time of their own: the receipt time stands in. A trade at the ask was bought. */
    @Test
    void whatTheVenueLeavesOutIsTakenFromWhatIsThere() throws RecordingException {
        assertEquals(
                "{\"kind\":\"quote\",\"symbol\":\"ABCUSDT\",\"time\":\"2023-11-14T22:13:20.100Z\",\"bid\":\"10.4\",\"bid_size\":\"1\","
                        + "\"ask\":\"10.5\",\"ask_size\":\"2\"}",
                read("binance.raw").events().get(1));
        assertEquals(
                "{\"kind\":\"trade\",\"symbol\":\"ABC-USD\",\"time\":\"2023-11-14T22:13:22.000Z\",\"id\":9,\"price\":\"11\","
                        + "\"quantity\":\"0.5\",\"taker\":\"buyer\"}",
                read("coinbase.jsonl").events().get(1));
    }

    /** A lost trade, a broken chain: of the first the number is known, of the second not. The cut frame is told. */
    @Test
    void gapsAndCutFramesAreTold() throws RecordingException {
        LoadReport report = read("binance.raw").report();
        assertEquals(new LoadReport.Gaps(true, 2, 2, 1, 2, "id 6"), report.gaps());
        assertEquals(7, report.faults().getFirst().number());
    }

    @Test
    void aRateThatIsNoFractionIsToldByColumnValueAndRange() throws RecordingException {
        LoadReport report = read("exchanges.csv").report();
        assertEquals(
                List.of(new LoadReport.Fault(7, "funding rate is '6.5', expected a fraction between -1 and 1")),
                report.faults());
        assertEquals(
                "{\"kind\":\"candle\",\"symbol\":\"ABC/USD\",\"time\":\"2023-03-26T08:00:00.000Z\",\"price_source\":\"trades\","
                        + "\"open\":\"10\",\"high\":\"11\",\"low\":\"9\",\"close\":\"10\",\"volume\":\"5\",\"closed\":true}",
                read("exchanges.csv").events().getLast());
    }
}
