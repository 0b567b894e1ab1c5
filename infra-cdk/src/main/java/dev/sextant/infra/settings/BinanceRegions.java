package dev.sextant.infra.settings;

import java.util.Map;
import java.util.Optional;

/**
 * AWS regions in countries from which Binance answers 451. Of the countries that users report (US, Canada, Malaysia,
 * Netherlands) the last has no region.
 */
final class BinanceRegions {

    private static final Map<String, String> COUNTRIES = Map.of(
            "us-", "the United States",
            "ca-", "Canada",
            "ap-southeast-5", "Malaysia");

    private BinanceRegions() {}

    /** Where the region is, when Binance refuses it. */
    static Optional<String> refused(String region) {
        return COUNTRIES.entrySet().stream()
                .filter(country -> region.startsWith(country.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
