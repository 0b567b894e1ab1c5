package dev.sextant.local.venue.kraken.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pairs of the venue by each of their names, and their assets. */
public final class Listing {

    private final List<Pair> pairs;
    private final Map<String, Pair> byName = new HashMap<>();
    private final Map<String, VenueAsset> assets = new TreeMap<>();

    public Listing(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
        for (Pair pair : pairs) {
            for (String name : List.of(pair.symbol(), pair.altname(), pair.id(), pair.wsname())) {
                byName.put(name, pair);
            }
            assets.put(pair.base().name(), pair.base());
            assets.put(pair.quote().name(), pair.quote());
        }
    }

    public List<Pair> pairs() {
        return pairs;
    }

    public Collection<VenueAsset> assets() {
        return assets.values();
    }

    /** The asset the socket calls so, or a refusal. */
    VenueAsset asset(String name) {
        VenueAsset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("the asset is '" + name + "', expected one of " + assets.keySet());
        }
        return asset;
    }

    /** The pair with this id, altname or symbol; in the venue's words when there is none. */
    public Pair pair(String name) {
        Pair pair = byName.get(name);
        if (pair == null) {
            throw new Refusal("EQuery:Unknown asset pair");
        }
        return pair;
    }
}
