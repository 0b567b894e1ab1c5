package dev.sextant.recordings.frame;

import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import dev.sextant.recordings.event.Ohlc;
import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.event.RecordedEvent.Taker;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** One Binance event as a row. */
record BinanceEvents(JsonFields event, String stream, String channel, Envelope frame) {

    /** The event's time, or the receipt time when it has none. */
    long eventTimeMs() throws MalformedJson {
        return event.has("E") ? event.timeMs("E") : frame.receivedMs();
    }

    Row trade() throws MalformedJson {
        long id = event.id("t");
        return row(
                byId(id),
                new RecordedEvent.Trade(
                        event.text("s"),
                        event.timeMs("T"),
                        OptionalLong.of(id),
                        e8("p"),
                        e8("q"),
                        event.flag("m") ? Taker.SELLER : Taker.BUYER));
    }

    Row aggregateTrade() throws MalformedJson {
        return row(
                byId(event.id("a")), new RecordedEvent.AggregateTrade(event.text("s"), StreamParser.aggTrade(event)));
    }

    Row quote() throws MalformedJson {
        long id = event.id("u");
        return row(
                place(Long.toString(id), new Order.Rising(id)),
                new RecordedEvent.Quote(
                        event.text("s"), eventTimeMs(), e8("b"), Optional.of(e8("B")), e8("a"), Optional.of(e8("A"))));
    }

    Row depth() throws MalformedJson {
        long first = event.id("U");
        long last = event.id("u");
        OptionalLong previous = event.has("pu") ? OptionalLong.of(event.integer("pu")) : OptionalLong.empty();
        return row(
                place(first + "-" + last, new Order.Chained(first, last, previous)),
                new RecordedEvent.BookChange(
                        event.text("s"),
                        eventTimeMs(),
                        OptionalLong.of(first),
                        OptionalLong.of(last),
                        previous,
                        PriceLevels.parse(event, "b"),
                        PriceLevels.parse(event, "a")));
    }

    Row candle() throws MalformedJson {
        JsonFields candle = event.object("k");
        Ohlc ohlc = new Ohlc(decimal(candle, "o"), decimal(candle, "h"), decimal(candle, "l"), decimal(candle, "c"));
        return row(
                timed(frame.payload()),
                new RecordedEvent.Candle(
                        event.text("s"),
                        candle.timeMs("t"),
                        PriceSource.TRADES,
                        ohlc,
                        Optional.of(decimal(candle, "v")),
                        candle.flag("x")));
    }

    Row markPrice() throws MalformedJson {
        return row(
                timed(frame.payload()),
                new RecordedEvent.MarkPrice(
                        event.text("s"),
                        eventTimeMs(),
                        decimal(event, "p"),
                        optional("i"),
                        optional("r"),
                        event.has("T") && event.integer("T") > 0
                                ? OptionalLong.of(event.timeMs("T"))
                                : OptionalLong.empty()));
    }

    Row forcedOrder() throws MalformedJson {
        JsonFields order = event.object("o");
        boolean sells = switch (order.text("S")) {
            case "SELL" -> true;
            case "BUY" -> false;
            default -> throw MalformedJson.field("S", order.text("S"), "BUY or SELL");
        };
        Liquidation liquidation = new Liquidation(
                new Symbol(order.text("s")), sells, order.e8("z"), order.e8("ap"), order.timeMs("T"), false);
        return row(timed(frame.payload()), new RecordedEvent.ForcedOrder(liquidation));
    }

    Row openInterest() throws MalformedJson {
        return row(
                Place.unordered(channel, stream, null, frame.receivedMs()),
                new RecordedEvent.OpenInterest(
                        event.text("symbol"), frame.receivedMs(), decimal(event, "openInterest"), Optional.empty()));
    }

    static Row snapshot(JsonFields event, String symbol, Envelope frame) throws MalformedJson {
        long id = event.id("lastUpdateId");
        long timeMs = event.has("E") ? event.timeMs("E") : frame.receivedMs();
        return new Row.Data(
                Place.unordered("depth snapshot", "depth snapshot " + symbol, Long.toString(id), frame.clock(timeMs)),
                new RecordedEvent.BookSnapshot(
                        symbol,
                        timeMs,
                        OptionalLong.of(id),
                        PriceLevels.parse(event, "bids"),
                        PriceLevels.parse(event, "asks")));
    }

    private Row row(Place place, RecordedEvent told) {
        return new Row.Data(place, told);
    }

    private Place byId(long id) throws MalformedJson {
        return Place.byId(channel, stream, id, frame.clock(eventTimeMs()));
    }

    private Place timed(String identity) throws MalformedJson {
        String payload = identity.substring(Math.max(0, identity.indexOf("\"data\"")));
        return place(payload, new Order.Timed(event.timeMs("E")));
    }

    private Place place(String identity, Order order) throws MalformedJson {
        return new Place(channel, stream, identity, order, frame.clock(eventTimeMs()));
    }

    private BigDecimal e8(String name) throws MalformedJson {
        return RecordedEvent.decimal(event.e8(name));
    }

    private static BigDecimal decimal(JsonFields fields, String name) throws MalformedJson {
        return Numbers.decimal(name, fields.text(name));
    }

    /** Delivery contracts send an empty text where perpetuals have a number; old recordings lack the field. */
    private Optional<BigDecimal> optional(String name) throws MalformedJson {
        return event.textOr(name, "").isEmpty() ? Optional.empty() : Optional.of(decimal(event, name));
    }
}
