package dev.sextant.recordings.frame;

import dev.sextant.recordings.event.Ohlc;
import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.event.RecordedEvent.Taker;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.TimeFormat;
import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The events inside Coinbase frames. */
final class CoinbaseEvents {

    private CoinbaseEvents() {}

    static RecordedEvent book(JsonFields event, long timeMs) throws MalformedJson {
        List<Long> bids = new ArrayList<>();
        List<Long> asks = new ArrayList<>();
        for (JsonFields update : event.objects("updates")) {
            List<Long> side = switch (update.text("side")) {
                case "bid" -> bids;
                case "offer" -> asks;
                default -> throw MalformedJson.field("side", update.text("side"), "bid or offer");
            };
            side.add(update.e8("price_level"));
            side.add(update.e8("new_quantity"));
        }
        String symbol = event.text("product_id");
        if (event.text("type").equals("snapshot")) {
            return new RecordedEvent.BookSnapshot(symbol, timeMs, OptionalLong.empty(), levels(bids), levels(asks));
        }
        OptionalLong none = OptionalLong.empty();
        return new RecordedEvent.BookChange(symbol, timeMs, none, none, none, levels(bids), levels(asks));
    }

    private static PriceLevels levels(List<Long> side) {
        return PriceLevels.of(side.stream().mapToLong(Long::longValue).toArray());
    }

    static void quotes(JsonFields event, long timeMs, List<RecordedEvent> to) throws MalformedJson {
        for (JsonFields ticker : event.objects("tickers")) {
            to.add(new RecordedEvent.Quote(
                    ticker.text("product_id"),
                    timeMs,
                    decimal(ticker, "best_bid"),
                    Optional.of(decimal(ticker, "best_bid_quantity")),
                    decimal(ticker, "best_ask"),
                    Optional.of(decimal(ticker, "best_ask_quantity"))));
        }
    }

    /** {@code side} is the maker's: trades at the best ask carry SELL. */
    static void trades(JsonFields event, List<RecordedEvent> to) throws MalformedJson {
        for (JsonFields trade : event.objects("trades")) {
            Taker taker = switch (trade.text("side")) {
                case "SELL" -> Taker.BUYER;
                case "BUY" -> Taker.SELLER;
                default -> throw MalformedJson.field("side", trade.text("side"), "BUY or SELL");
            };
            to.add(new RecordedEvent.Trade(
                    trade.text("product_id"),
                    CoinbaseFrames.time("time", trade.text("time")),
                    OptionalLong.of(Numbers.whole("trade_id", trade.text("trade_id"))),
                    decimal(trade, "price"),
                    decimal(trade, "size"),
                    taker));
        }
    }

    static void candles(JsonFields event, List<RecordedEvent> to) throws MalformedJson {
        for (JsonFields candle : event.objects("candles")) {
            Ohlc ohlc = new Ohlc(
                    decimal(candle, "open"), decimal(candle, "high"), decimal(candle, "low"), decimal(candle, "close"));
            to.add(new RecordedEvent.Candle(
                    candle.text("product_id"),
                    TimeFormat.SECONDS.parse(candle.text("start")),
                    PriceSource.TRADES,
                    ohlc,
                    Optional.of(decimal(candle, "volume")),
                    false));
        }
    }

    private static BigDecimal decimal(JsonFields fields, String name) throws MalformedJson {
        return Numbers.decimal(name, fields.text(name));
    }
}
