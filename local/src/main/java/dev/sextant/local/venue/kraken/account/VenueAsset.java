package dev.sextant.local.venue.kraken.account;

import java.util.Map;

/**
 * An asset in the venue's three spellings.
 *
 * @param name on the socket, {@code BTC}
 * @param id in balances, {@code XXBT}
 * @param altname in the names of pairs, {@code XBT}
 */
public record VenueAsset(String name, String id, String altname) {

    private static final Map<String, String> IDS =
            Map.of("USD", "ZUSD", "EUR", "ZEUR", "BTC", "XXBT", "ETH", "XETH", "XRP", "XXRP", "LTC", "XLTC");

    /** The asset the socket calls so. */
    public static VenueAsset of(String name) {
        return new VenueAsset(name, IDS.getOrDefault(name, name), name.equals("BTC") ? "XBT" : name);
    }

    /** Whether its id is one of the old kind, with a letter in front. */
    boolean old() {
        return !id.equals(altname);
    }
}
