package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code TradeVolume} as far as fees go. */
final class FeeReader {

    private FeeReader() {}

    static Map<Symbol, FeeRates> read(JsonFields result, KrakenNames names) throws MalformedJson {
        JsonFields takers = result.object("fees");
        boolean hasMakers = result.has("fees_maker") && !result.isNull("fees_maker");
        JsonFields makers = hasMakers ? result.object("fees_maker") : takers;
        Map<Symbol, FeeRates> rates = new TreeMap<>();
        for (String id : takers.names()) {
            Symbol symbol = names.pair(id)
                    .orElseThrow(() -> MalformedJson.field("fees", "of '" + id + "'", "pairs AssetPairs lists"))
                    .symbol();
            BigDecimal taker = Amounts.notNegative(takers.object(id), "fee");
            BigDecimal maker = makers.has(id) ? makers.object(id).decimalInEitherForm("fee") : taker;
            rates.put(symbol, new FeeRates(taker, maker));
        }
        return Collections.unmodifiableMap(rates);
    }
}
