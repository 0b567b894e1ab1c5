package dev.sextant.recordings.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.IsoTime;
import dev.sextant.venues.binance.market.PriceLevels;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event as one JSON object: snake_case, ISO-8601 times in UTC, numbers as strings in plain decimal notation, absent
 * values left out.
 */
public final class EventJson {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private EventJson() {}

    /** The JSON of one event; {@code kind} comes first. */
    public static ObjectNode of(RecordedEvent event) {
        EventJson writer = new EventJson();
        writer.json.put("kind", event.kind().wireName());
        if (!event.symbol().isEmpty()) {
            writer.json.put("symbol", event.symbol());
        }
        writer.time("time", event.timeMs());
        writer.body(event);
        return writer.json;
    }

    private void body(RecordedEvent event) {
        switch (event) {
            case RecordedEvent.Trade trade -> {
                id("id", trade.id());
                number("price", trade.price());
                number("quantity", trade.quantity());
                if (trade.taker() != RecordedEvent.Taker.UNKNOWN) {
                    json.put("taker", lower(trade.taker()));
                }
            }
            case RecordedEvent.AggregateTrade aggregate -> aggregate(aggregate.trade());
            case RecordedEvent.BareAggregateTrade bare -> {
                json.put("agg_id", bare.aggId());
                number("price", bare.price());
                number("quantity", bare.quantity());
                json.put("buyer_is_maker", bare.buyerIsMaker());
            }
            case RecordedEvent.ForcedOrder forced -> {
                json.put("liquidated", forced.liquidation().longLiquidated() ? "long" : "short");
                e8("quantity", forced.liquidation().qtyE8());
                e8("average_price", forced.liquidation().averagePriceE8());
            }
            case RecordedEvent.LiquidatedAccount account -> {
                json.put("account", account.account());
                number("notional", account.notional());
                number("account_value", account.accountValue());
                json.put("margin_mode", account.marginMode());
            }
            case RecordedEvent.FundingRate funding -> {
                number("rate", funding.rate());
                number("premium", funding.premium());
            }
            case RecordedEvent.MarkPrice mark -> {
                number("mark_price", mark.mark());
                number("index_price", mark.index());
                number("funding_rate", mark.fundingRate());
                mark.nextFundingMs().ifPresent(ms -> time("next_funding_time", ms));
            }
            case RecordedEvent.OpenInterest interest -> {
                number("open_interest", interest.amount());
                number("open_interest_value", interest.value());
            }
            case RecordedEvent.LongShortRatio ratio -> number("ratio", ratio.ratio());
            case RecordedEvent.TakerVolume volume -> {
                number("bought", volume.bought());
                number("sold", volume.sold());
            }
            case RecordedEvent.Candle candle -> {
                json.put("price_source", lower(candle.price()));
                ohlc(json, candle.ohlc());
                number("volume", candle.volume());
                json.put("closed", candle.closed());
            }
            case RecordedEvent.QuoteBar bar -> {
                ohlc(json.putObject("bid"), bar.bid());
                number("bid_size", bar.bidSize());
                ohlc(json.putObject("ask"), bar.ask());
                number("ask_size", bar.askSize());
            }
            case RecordedEvent.Quote quote -> {
                number("bid", quote.bid());
                number("bid_size", quote.bidSize());
                number("ask", quote.ask());
                number("ask_size", quote.askSize());
            }
            case RecordedEvent.BookChange change -> {
                id("first_update_id", change.firstUpdateId());
                id("last_update_id", change.lastUpdateId());
                id("previous_last_update_id", change.previousLastUpdateId());
                levels("bids", change.bids());
                levels("asks", change.asks());
            }
            case RecordedEvent.BookSnapshot book -> {
                id("last_update_id", book.lastUpdateId());
                levels("bids", book.bids());
                levels("asks", book.asks());
            }
            case RecordedEvent.Listing listing ->
                json.put("section", listing.section()).put("status", listing.status());
            case RecordedEvent.Message message ->
                json.put("channel", message.channel()).put("text", message.text());
        }
    }

    private void aggregate(AggTrade trade) {
        json.put("agg_id", trade.aggId());
        e8("price", trade.priceE8());
        e8("quantity", trade.qtyE8());
        json.put("buyer_is_maker", trade.buyerIsMaker());
        json.put("first_trade_id", trade.firstTradeId());
        json.put("last_trade_id", trade.lastTradeId());
    }

    private static void ohlc(ObjectNode to, Ohlc ohlc) {
        to.put("open", E8.printDecimal(ohlc.open()));
        to.put("high", E8.printDecimal(ohlc.high()));
        to.put("low", E8.printDecimal(ohlc.low()));
        to.put("close", E8.printDecimal(ohlc.close()));
    }

    private void levels(String name, PriceLevels levels) {
        var side = json.putArray(name);
        for (int i = 0; i < levels.size(); i++) {
            side.addArray().add(E8.print(levels.priceE8(i))).add(E8.print(levels.qtyE8(i)));
        }
    }

    private void time(String name, long timeMs) {
        if (timeMs != RecordedEvent.NO_TIME) {
            json.put(name, IsoTime.print(timeMs));
        }
    }

    private void id(String name, OptionalLong id) {
        id.ifPresent(value -> json.put(name, value));
    }

    private void e8(String name, long valueE8) {
        json.put(name, E8.print(valueE8));
    }

    private void number(String name, BigDecimal value) {
        json.put(name, E8.printDecimal(value));
    }

    private void number(String name, Optional<BigDecimal> value) {
        value.ifPresent(number -> number(name, number));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
