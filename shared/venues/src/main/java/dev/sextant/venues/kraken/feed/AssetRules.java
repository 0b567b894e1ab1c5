package dev.sextant.venues.kraken.feed;

/**
 * What Kraken's {@code instrument} channel says of an asset.
 *
 * @param id its name, {@code BTC}
 * @param status Kraken's word, {@code enabled} in normal times
 * @param precision decimals of a balance, 0 to 18
 */
public record AssetRules(String id, String status, int precision) {

    /** @throws IllegalArgumentException when the precision can't be */
    public AssetRules {
        PairRules.precision("precision", precision);
    }
}
