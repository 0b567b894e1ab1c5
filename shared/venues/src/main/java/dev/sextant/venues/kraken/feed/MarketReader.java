package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.order.Side;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.util.ArrayList;
import java.util.List;

/** Books, trades and tickers. */
final class MarketReader {

    private static final long MAX_CHECKSUM = 0xFFFF_FFFFL;

    private MarketReader() {}

    static KrakenMessage book(boolean snapshot, JsonFields book) throws MalformedJson {
        return new KrakenMessage.Book(
                snapshot,
                Wire.symbol(book),
                levels(book, "bids"),
                levels(book, "asks"),
                checksum(book),
                WireTime.microsIfAny(book, "timestamp"));
    }

    private static long checksum(JsonFields book) throws MalformedJson {
        long checksum = book.integer("checksum");
        if (checksum < 0 || checksum > MAX_CHECKSUM) {
            throw MalformedJson.field("checksum", checksum, "a CRC-32 from 0 to 4294967295");
        }
        return checksum;
    }

    private static List<BookLevel> levels(JsonFields book, String side) throws MalformedJson {
        List<JsonFields> objects = book.objects(side);
        if (objects.size() > KrakenParser.MAX_LEVELS) {
            throw MalformedJson.field(side, objects.size() + " levels", "at most " + KrakenParser.MAX_LEVELS);
        }
        List<BookLevel> levels = new ArrayList<>(objects.size());
        for (JsonFields level : objects) {
            try {
                levels.add(new BookLevel(Wire.positive(level, "price"), Wire.notNegative(level, "qty")));
            } catch (MalformedJson e) {
                throw new MalformedJson(side + "[" + levels.size() + "]: " + e.getMessage());
            }
        }
        return List.copyOf(levels);
    }

    static KrakenMessage trades(boolean snapshot, List<JsonFields> data) throws MalformedJson {
        List<PublicTrade> trades = new ArrayList<>(data.size());
        for (JsonFields trade : data) {
            trades.add(new PublicTrade(
                    Wire.symbol(trade),
                    switch (trade.text("side")) {
                        case "buy" -> Side.BUY;
                        case "sell" -> Side.SELL;
                        default -> throw MalformedJson.field("side", trade.text("side"), "buy or sell");
                    },
                    Wire.positive(trade, "price"),
                    Wire.positive(trade, "qty"),
                    trade.id("trade_id"),
                    WireTime.micros(trade, "timestamp")));
        }
        return new KrakenMessage.Trades(snapshot, List.copyOf(trades));
    }

    static KrakenMessage tickers(boolean snapshot, List<JsonFields> data) throws MalformedJson {
        List<Ticker> tickers = new ArrayList<>(data.size());
        for (JsonFields ticker : data) {
            tickers.add(new Ticker(
                    Wire.symbol(ticker),
                    Wire.notNegative(ticker, "bid"),
                    Wire.notNegative(ticker, "bid_qty"),
                    Wire.notNegative(ticker, "ask"),
                    Wire.notNegative(ticker, "ask_qty"),
                    Wire.notNegative(ticker, "last"),
                    Wire.notNegative(ticker, "volume"),
                    Wire.notNegative(ticker, "vwap"),
                    Wire.notNegative(ticker, "low"),
                    Wire.notNegative(ticker, "high"),
                    ticker.number("change"),
                    ticker.number("change_pct"),
                    WireTime.microsIfAny(ticker, "timestamp")));
        }
        return new KrakenMessage.Tickers(snapshot, List.copyOf(tickers));
    }
}
