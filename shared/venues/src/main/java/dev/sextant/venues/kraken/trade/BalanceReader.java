package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code BalanceEx}. What lies in earn and other wallets is told by a suffix and can't be traded with. */
final class BalanceReader {

    private static final Pattern OTHER_WALLET = Pattern.compile(".+\\.[BFSMT]");

    private BalanceReader() {}

    /** Spot balances by the desk's names of assets. */
    static Map<String, AssetBalance> tradable(JsonFields result, KrakenNames names) throws MalformedJson {
        Map<String, AssetBalance> balances = new TreeMap<>();
        for (String id : result.names()) {
            AssetBalance balance = balance(result.object(id));
            if (!OTHER_WALLET.matcher(id).matches() && balances.put(names.asset(id), balance) != null) {
                throw MalformedJson.field(id, "a second balance of " + names.asset(id), "one of each asset");
            }
        }
        return Collections.unmodifiableMap(balances);
    }

    private static AssetBalance balance(JsonFields json) throws MalformedJson {
        return new AssetBalance(
                json.decimalInEitherForm("balance"),
                orNothing(json, "credit"),
                orNothing(json, "credit_used"),
                Amounts.notNegative(json, "hold_trade"));
    }

    private static BigDecimal orNothing(JsonFields json, String field) throws MalformedJson {
        return json.has(field) ? Amounts.notNegative(json, field) : BigDecimal.ZERO;
    }
}
