package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the account has of each asset, and what of it open orders hold. Exact. */
final class Wallet {

    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, BigDecimal> held = new TreeMap<>();

    Wallet(Map<String, BigDecimal> start) {
        balances.putAll(start);
    }

    Map<String, BigDecimal> balances() {
        return Collections.unmodifiableMap(balances);
    }

    BigDecimal balance(VenueAsset asset) {
        return balances.getOrDefault(asset.name(), BigDecimal.ZERO);
    }

    BigDecimal held(VenueAsset asset) {
        return held.getOrDefault(asset.name(), BigDecimal.ZERO);
    }

    void add(VenueAsset asset, BigDecimal amount) {
        balances.merge(asset.name(), amount, BigDecimal::add);
    }

    /** Refuses when less than this is free. */
    void requireFree(VenueAsset asset, BigDecimal amount) {
        if (balance(asset).subtract(held(asset)).compareTo(amount) < 0) {
            throw new Refusal("EOrder:Insufficient funds");
        }
    }

    /** Holds an amount for an order, if there is as much. */
    void hold(VenueAsset asset, BigDecimal amount) {
        requireFree(asset, amount);
        held.merge(asset.name(), amount, BigDecimal::add);
    }

    void release(VenueAsset asset, BigDecimal amount) {
        held.merge(asset.name(), amount.negate(), BigDecimal::add);
    }
}
