package dev.sextant.local.venue.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.Quote;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.OrderView;
import dev.sextant.venues.sim.order.Side;

/** Events of the user data stream. */
public final class UserFrames {

    private UserFrames() {}

    /** An event; {@code E} is when it is delivered, {@code T} when it happened. */
    public static String frame(VenueEvent event, Instrument instrument, long markE8, long deliveredAtMs) {
        ObjectNode frame = Json.object();
        frame.put("e", type(event));
        frame.put("E", deliveredAtMs);
        frame.put("T", event.timeMs());
        switch (event) {
            case VenueEvent.OrderReport report -> putOrder(frame.putObject("o"), report, instrument);
            case VenueEvent.AccountReport report -> putAccount(frame.putObject("a"), report, instrument, markE8);
            case VenueEvent.FundingReport report -> putFunding(frame.putObject("a"), report, instrument);
            case VenueEvent.TransferReport report -> putTransfer(frame.putObject("a"), report, instrument);
            case VenueEvent.AlgoReport report -> putAlgo(frame.putObject("o"), report.algo(), instrument);
        }
        return Json.write(frame);
    }

    /** What kind of event it is, as clients name it when they choose what to receive. */
    public static String type(VenueEvent event) {
        return switch (event) {
            case VenueEvent.OrderReport _ -> "ORDER_TRADE_UPDATE";
            case VenueEvent.AccountReport _, VenueEvent.FundingReport _, VenueEvent.TransferReport _ ->
                "ACCOUNT_UPDATE";
            case VenueEvent.AlgoReport _ -> "ALGO_UPDATE";
        };
    }

    /** The farewell of an expired listen key. */
    public static String listenKeyExpired(String listenKey, long timeMs) {
        return Json.write(
                Json.object().put("e", "listenKeyExpired").put("E", timeMs).put("listenKey", listenKey));
    }

    private static void putOrder(ObjectNode o, VenueEvent.OrderReport report, Instrument instrument) {
        OrderView order = report.order();
        Fill fill = report.fill();
        o.put("s", order.symbol().name());
        o.put("c", order.clientOrderId());
        o.put("S", order.side().name());
        o.put("o", order.type().name());
        o.put("f", order.timeInForce().name());
        o.put("q", Decimals.qty(instrument, order.qtyE8()));
        o.put("p", Decimals.plain(order.priceE8()));
        o.put("ap", Decimals.plain(order.averagePriceE8()));
        o.put("sp", "0");
        boolean forced = fill != null && ForcedOrders.isForced(order.clientOrderId());
        o.put("x", forced ? "CALCULATED" : report.execution().name());
        o.put("X", order.status().name());
        o.put("i", order.orderId());
        o.put("l", fill == null ? "0" : Decimals.qty(instrument, fill.qtyE8()));
        o.put("z", Decimals.qty(instrument, order.filledE8()));
        o.put("L", fill == null ? "0" : Decimals.price(instrument, fill.priceE8()));
        if (fill != null) {
            o.put("n", Decimals.eight(fill.feeE8()));
            o.put("N", instrument.quoteAsset());
        }
        o.put("T", report.timeMs());
        o.put("t", fill == null ? 0 : fill.tradeId());
        o.put("b", openNotional(order, Side.BUY));
        o.put("a", openNotional(order, Side.SELL));
        o.put("m", fill != null && fill.maker());
        o.put("R", order.reduceOnly());
        o.put("wt", "CONTRACT_PRICE");
        o.put("ot", order.originalType());
        o.put("ps", "BOTH");
        o.put("cp", order.closePosition());
        o.put("pP", false);
        o.put("si", 0);
        o.put("ss", 0);
        o.put("rp", fill == null ? "0" : Decimals.plain(fill.realizedE8()));
        o.put("V", "EXPIRE_MAKER");
        o.put("pm", "NONE");
        o.put("gtd", 0);
        o.put("er", Integer.toString(order.expiry().code()));
    }

    private static String openNotional(OrderView order, Side side) {
        if (order.side() != side || !order.status().isOpen()) {
            return "0";
        }
        return Decimals.plain(Quote.notionalE8(order.priceE8(), order.qtyE8() - order.filledE8()));
    }

    /** In cross margin only the balance is told. */
    private static void putFunding(ObjectNode a, VenueEvent.FundingReport report, Instrument instrument) {
        a.put("m", "FUNDING_FEE");
        putBalance(a, report.walletE8(), report.paidE8(), instrument);
        a.putArray("P");
    }

    private static void putTransfer(ObjectNode a, VenueEvent.TransferReport report, Instrument instrument) {
        a.put("m", report.movedE8() < 0 ? "WITHDRAW" : "DEPOSIT");
        putBalance(a, report.walletE8(), report.movedE8(), instrument);
        a.putArray("P");
    }

    /** {@code bc} is the change that neither profit nor a fee explains. */
    private static void putBalance(ObjectNode a, long walletE8, long paidE8, Instrument instrument) {
        a.putArray("B")
                .addObject()
                .put("a", instrument.quoteAsset())
                .put("wb", Decimals.eight(walletE8))
                .put("cw", Decimals.eight(walletE8))
                .put("bc", Decimals.plain(paidE8));
    }

    private static void putAccount(ObjectNode a, VenueEvent.AccountReport report, Instrument instrument, long markE8) {
        PositionView position = report.position();
        a.put("m", "ORDER");
        putBalance(a, report.walletE8(), 0, instrument);
        a.putArray("P")
                .addObject()
                .put("s", position.symbol().name())
                .put("pa", Decimals.plain(position.qtyE8()))
                .put("ep", Decimals.plain(position.entryPriceE8()))
                .put("bep", Decimals.plain(position.entryPriceE8()))
                .put("cr", Decimals.plain(position.realizedE8()))
                .put("up", Decimals.eight(position.unrealizedE8(markE8)))
                .put("mt", "cross")
                .put("iw", "0")
                .put("ps", "BOTH");
    }

    private static void putAlgo(ObjectNode o, AlgoView algo, Instrument instrument) {
        o.put("caid", algo.request().clientAlgoId());
        o.put("aid", algo.algoId());
        o.put("at", "CONDITIONAL");
        o.put("o", algo.request().type().name());
        o.put("s", algo.request().symbol().name());
        o.put("S", algo.request().side().name());
        o.put("ps", "BOTH");
        o.put("f", "GTC");
        o.put("q", Decimals.qty(instrument, algo.request().qtyE8()));
        o.put("X", algo.status().name());
        o.put("ai", algo.actualOrderId() == 0 ? "" : Long.toString(algo.actualOrderId()));
        o.put("ap", Decimals.plain(algo.averagePriceE8()));
        o.put("aq", Decimals.plain(algo.filledE8()));
        o.put("act", algo.actualOrderId() == 0 ? "0" : "MARKET");
        o.put("tp", Decimals.plain(algo.request().triggerPriceE8()));
        o.put("p", "0");
        o.put("V", "EXPIRE_MAKER");
        o.put("wt", algo.request().workingType().name());
        o.put("pm", "NONE");
        o.put("cp", algo.request().closePosition());
        o.put("pP", algo.request().priceProtect());
        o.put("R", algo.request().onlyReduces());
        o.put("tt", algo.triggeredAtMs());
        o.put("gtd", 0);
        if (!algo.rejectReason().isEmpty()) {
            o.put("rm", algo.rejectReason());
        }
    }
}
