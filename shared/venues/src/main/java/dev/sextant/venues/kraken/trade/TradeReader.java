package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;

/**
 * Reads rows of {@code TradesHistory}. A row has the fee and not its asset: that follows from its order's flags, so a row
 * becomes a fill only together with its order.
 */
final class TradeReader {

    /**
     * A row without its fee's asset.
     *
     * @param fill with the quote as the fee's asset
     */
    record Row(AssetPair pair, Fill fill) {

        /** The fill as its order says: Kraken takes fees in quote, or in base where the order asked for that. */
        Fill of(ReportedOrder order) {
            return new Fill(
                    fill.symbol(),
                    fill.tradeId(),
                    fill.venueOrderId(),
                    fill.side(),
                    fill.price(),
                    fill.quantity(),
                    fill.fee(),
                    order.feeAsset(),
                    fill.maker(),
                    fill.filledAtMs());
        }
    }

    private static final long MICROS_PER_MS = 1_000;

    private TradeReader() {}

    static Row row(String id, JsonFields json, KrakenNames names) throws MalformedJson {
        AssetPair pair = OrderReader.pair(json, names);
        return new Row(
                pair,
                new Fill(
                        pair.symbol(),
                        VenueId.required("trade", id),
                        VenueId.required("ordertxid", json.text("ordertxid")),
                        OrderReader.side(json, "type"),
                        new Price(Amounts.positive(json, "price")),
                        new Quantity(Amounts.positive(json, "vol")),
                        json.decimalInEitherForm("fee"),
                        pair.quote(),
                        json.flag("maker"),
                        Amounts.micros(json, "time") / MICROS_PER_MS));
    }
}
