package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads orders of {@code OpenOrders}, {@code ClosedOrders} and {@code QueryOrders}. */
final class OrderReader {

    private static final long MICROS_PER_MS = 1_000;

    private final KrakenNames names;

    OrderReader(KrakenNames names) {
        this.names = names;
    }

    /** All orders of an object whose field names are their transaction ids. */
    List<ReportedOrder> orders(JsonFields byTxid) throws MalformedJson {
        List<ReportedOrder> orders = new ArrayList<>();
        for (String txid : byTxid.names()) {
            orders.add(order(txid, byTxid.object(txid)));
        }
        return List.copyOf(orders);
    }

    ReportedOrder order(String txid, JsonFields json) throws MalformedJson {
        JsonFields descr = json.object("descr");
        AssetPair pair = pair(descr, names);
        List<String> flags = List.of(json.textOr("oflags", "").split(",", -1));
        boolean inQuote = flags.contains("viqc");
        BigDecimal ordered = Amounts.notNegative(json, "vol");
        BigDecimal filled = Amounts.notNegative(json, "vol_exec");
        if (!inQuote && filled.compareTo(ordered) > 0) {
            throw MalformedJson.field("vol_exec", filled, "at most the order's vol of " + ordered);
        }
        boolean full = inQuote || filled.compareTo(ordered) == 0;
        VenueOrder order = new VenueOrder(
                pair.symbol(),
                json.textOr("cl_ord_id", ""),
                VenueId.required("txid", txid),
                null,
                status(json, filled.signum() > 0, full),
                new Quantity(filled),
                json.has("reason") && !json.isNull("reason") ? Wire.shown(json.text("reason")) : null,
                changedMicros(json) / MICROS_PER_MS);
        return new ReportedOrder(
                order,
                side(descr, "type"),
                ordered,
                inQuote,
                Amounts.notNegative(json, "cost"),
                json.decimalInEitherForm("fee"),
                flags.contains("fcib") ? pair.base() : pair.quote(),
                json.has("trades") && !json.isNull("trades") ? json.texts("trades") : List.of());
    }

    static AssetPair pair(JsonFields json, KrakenNames names) throws MalformedJson {
        String name = json.text("pair");
        return names.pair(name)
                .orElseThrow(() -> MalformedJson.field("pair", "'" + name + "'", "a pair AssetPairs lists"));
    }

    static Side side(JsonFields json, String field) throws MalformedJson {
        return switch (json.text(field)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw MalformedJson.field(field, "'" + json.text(field) + "'", "buy or sell");
        };
    }

    /** {@code closed} is said of an order that is done, filled whole or in part: the quantity tells which. */
    private static Status status(JsonFields json, boolean some, boolean full) throws MalformedJson {
        String word = json.text("status");
        return switch (word) {
            case "pending", "open" -> some ? Status.PARTIALLY_FILLED : Status.OPEN;
            case "closed" -> some && full ? Status.FILLED : Status.CANCELED;
            case "canceled" -> Status.CANCELED;
            case "expired" -> Status.EXPIRED;
            default -> throw MalformedJson.field("status", "'" + word + "'", "an order status");
        };
    }

    /** When it ended, else when it was opened: REST tells of no change in between. */
    private static long changedMicros(JsonFields json) throws MalformedJson {
        boolean ended = json.has("closetm")
                && !json.isNull("closetm")
                && json.number("closetm").signum() > 0;
        return Amounts.micros(json, ended ? "closetm" : "opentm");
    }
}
