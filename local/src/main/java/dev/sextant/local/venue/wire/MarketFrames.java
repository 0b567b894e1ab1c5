package dev.sextant.local.venue.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Level;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;

/** Public stream events of one instrument. */
public final class MarketFrames {

    private final Instrument instrument;

    public MarketFrames(Instrument instrument) {
        this.instrument = instrument;
    }

    public String aggTrade(TimedAggTrade timed) {
        AggTrade trade = timed.trade();
        ObjectNode frame = event("aggTrade", timed.eventTimeMs());
        frame.put("s", instrument.symbol().name());
        putAggTrade(frame, instrument, trade);
        return Json.write(frame);
    }

    /** The fields that the stream and REST share. */
    public static void putAggTrade(ObjectNode json, Instrument instrument, AggTrade trade) {
        json.put("a", trade.aggId());
        json.put("p", Decimals.price(instrument, trade.priceE8()));
        json.put("q", Decimals.qty(instrument, trade.qtyE8()));
        json.put("nq", Decimals.qty(instrument, trade.qtyE8()));
        json.put("f", trade.firstTradeId());
        json.put("l", trade.lastTradeId());
        json.put("T", trade.tradeTimeMs());
        json.put("m", trade.buyerIsMaker());
    }

    public String bookTicker(TopOfBook top) {
        ObjectNode frame = Json.object();
        frame.put("e", "bookTicker");
        frame.put("u", top.updateId());
        frame.put("E", top.eventTimeMs());
        frame.put("T", top.transactTimeMs());
        frame.put("s", instrument.symbol().name());
        frame.put("b", Decimals.price(instrument, top.bidPriceE8()));
        frame.put("B", Decimals.qty(instrument, top.bidQtyE8()));
        frame.put("a", Decimals.price(instrument, top.askPriceE8()));
        frame.put("A", Decimals.qty(instrument, top.askQtyE8()));
        return Json.write(frame);
    }

    public String depth(DepthDiff diff) {
        ObjectNode frame = event("depthUpdate", diff.eventTimeMs());
        frame.put("T", diff.transactTimeMs());
        frame.put("s", instrument.symbol().name());
        frame.put("U", diff.firstUpdateId());
        frame.put("u", diff.lastUpdateId());
        frame.put("pu", diff.previousUpdateId());
        frame.set("b", levels(diff.bids()));
        frame.set("a", levels(diff.asks()));
        return Json.write(frame);
    }

    private ArrayNode levels(Levels levels) {
        ArrayNode array = Json.array();
        for (int i = 0; i < levels.size(); i++) {
            addLevel(array, levels.priceE8(i), levels.qtyE8(i));
        }
        return array;
    }

    /** Levels of a REST snapshot. */
    public ArrayNode levels(List<Level> levels) {
        ArrayNode array = Json.array();
        levels.forEach(level -> addLevel(array, level.priceE8(), level.qtyE8()));
        return array;
    }

    private void addLevel(ArrayNode array, long priceE8, long qtyE8) {
        array.addArray().add(Decimals.price(instrument, priceE8)).add(Decimals.qty(instrument, qtyE8));
    }

    public String markPrice(MarkReading reading) {
        ObjectNode frame = event("markPriceUpdate", reading.timeMs());
        frame.put("s", instrument.symbol().name());
        frame.put("p", Decimals.eight(reading.markE8()));
        frame.put("ap", Decimals.eight(reading.markE8()));
        frame.put("i", Decimals.eight(reading.indexE8()));
        frame.put("P", Decimals.eight(reading.indexE8()));
        frame.put("r", Decimals.eight(reading.fundingRateE8()));
        frame.put("T", reading.nextFundingMs());
        return Json.write(frame);
    }

    public String forceOrder(Liquidation liquidation, long priceE8) {
        ObjectNode frame = event("forceOrder", liquidation.timeMs());
        ObjectNode order = frame.putObject("o");
        String qty = Decimals.qty(instrument, liquidation.qtyE8());
        String price = Decimals.price(instrument, priceE8);
        order.put("s", instrument.symbol().name());
        order.put("S", liquidation.side().name());
        order.put("o", "LIMIT");
        order.put("f", "IOC");
        order.put("q", qty);
        order.put("p", price);
        order.put("ap", price);
        order.put("X", "FILLED");
        order.put("l", qty);
        order.put("z", qty);
        order.put("T", liquidation.timeMs());
        return Json.write(frame);
    }

    private static ObjectNode event(String type, long eventTimeMs) {
        ObjectNode frame = Json.object();
        frame.put("e", type);
        frame.put("E", eventTimeMs);
        return frame;
    }
}
