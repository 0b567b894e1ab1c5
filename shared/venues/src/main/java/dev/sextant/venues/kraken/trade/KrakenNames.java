package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From REST's names of pairs and assets to the desk's and back, by what {@code AssetPairs} said and nothing else: {@code
 * XXBTZUSD} and {@code XBTUSD} are {@code BTC/USD}, {@code XXBT} is {@code BTC}.
 */
public final class KrakenNames {

    private final Map<String, AssetPair> byRestName = new HashMap<>();
    private final Map<Symbol, AssetPair> bySymbol = new HashMap<>();
    private final Map<String, String> assets = new HashMap<>();

    /** @throws IllegalArgumentException when a name would mean two things */
    public KrakenNames(Collection<AssetPair> pairs) {
        for (AssetPair pair : pairs) {
            put(byRestName, pair.id(), pair);
            if (!pair.altname().equals(pair.id())) {
                put(byRestName, pair.altname(), pair);
            }
            put(bySymbol, pair.symbol(), pair);
            asset(pair.baseId(), pair.base());
            asset(pair.quoteId(), pair.quote());
        }
    }

    private static <K> void put(Map<K, AssetPair> map, K name, AssetPair pair) {
        AssetPair other = map.putIfAbsent(name, pair);
        if (other != null) {
            throw new IllegalArgumentException(
                    "the name " + name + " is of " + other.id() + " and of " + pair.id() + ", expected one pair");
        }
    }

    private void asset(String id, String name) {
        String other = assets.putIfAbsent(id, name);
        if (other != null && !other.equals(name)) {
            throw new IllegalArgumentException("the asset " + id + " is " + other + " and " + name + ", expected one");
        }
    }

    /** The pair with this id or altname. */
    public Optional<AssetPair> pair(String restName) {
        return Optional.ofNullable(byRestName.get(restName));
    }

    /** The pair the desk calls so. */
    public Optional<AssetPair> pair(Symbol symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** The desk's name of an asset in balances; one that is in no pair keeps Kraken's. */
    public String asset(String id) {
        return assets.getOrDefault(id, id);
    }

    /** The pair, or a refusal naming what would be right. */
    AssetPair required(Symbol symbol) {
        return pair(symbol)
                .orElseThrow(() -> new IllegalArgumentException("pair is " + symbol + ", expected one of the "
                        + bySymbol.size() + " Kraken lists, like BTC/USD"));
    }
}
