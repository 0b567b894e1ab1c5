package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.Parsed;
import dev.sextant.venues.binance.market.StreamParser;
import java.nio.charset.StandardCharsets;

/**
 * Messages of Binance's market connections. Never an exception: what is wrong is {@link Parsed.Malformed} with a short
 * reason. An event has positive prices, no negative quantity, times near each other, and reads the same twice.
 */
public final class BinanceStreamTarget implements FuzzTarget {

    private static final long MAX_LAG_MS = 300_000;

    private final StreamParser parser = new StreamParser();

    @Override
    public String name() {
        return "binance-stream";
    }

    @Override
    public Verdict check(byte[] input) {
        String message = new String(input, StandardCharsets.UTF_8);
        return switch (parser.parse(message)) {
            case Parsed.Event event -> {
                checkEvent(event.event());
                unlessEqual(event, parser.parse(message), "the same message reads the same twice");
                yield Verdict.accepted(event.event());
            }
            case Parsed.ShuttingDown down -> Verdict.accepted(down);
            case Parsed.Ignored(String what) -> {
                unless(what.length() <= maxMessageChars(), "what is ignored is named in short");
                yield new Verdict.Accepted("ignored");
            }
            case Parsed.Refused(long _, String text) -> {
                unless(text.length() <= maxMessageChars(), "what is refused is told in short");
                yield new Verdict.Accepted("refused");
            }
            case Parsed.Malformed(String reason) -> new Verdict.Refused(reason);
        };
    }

    private static void checkEvent(MarketEvent event) {
        switch (event) {
            case MarketEvent.Trade(var _, long timeMs, AggTrade trade) -> {
                unless(Math.abs(trade.tradeTimeMs() - timeMs) <= MAX_LAG_MS, "trade and message are near in time");
                unless(trade.priceE8() > 0 && trade.qtyE8() > 0, "a trade has a price and a quantity");
                unless(trade.firstTradeId() <= trade.lastTradeId(), "a trade's fills are in order");
            }
            case MarketEvent.ForcedOrder order ->
                unless(order.notional().signum() > 0, "a forced order is worth something");
            case MarketEvent.MarkPrice _, MarketEvent.TopOfBook _ -> {}
            case MarketEvent.DepthChange change -> {
                for (int i = 0; i < change.bids().size(); i++) {
                    unless(
                            change.bids().priceE8(i) > 0 && change.bids().qtyE8(i) >= 0,
                            "a level has a price and no negative quantity");
                }
            }
        }
    }
}
