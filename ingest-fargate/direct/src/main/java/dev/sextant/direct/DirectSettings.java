package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.KrakenVariables;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * What the task finds in its environment.
 *
 * @param credentials of a key that trades; only this task, the placer and the reconciler have one
 */
record DirectSettings(
        WatchSettings watched,
        LaneSettings lane,
        KrakenTrading.Addresses addresses,
        KrakenCredentials credentials,
        Tier tier) {

    static final String PREFIX = "SEXTANT_KRAKEN";
    private static final long GOOD_FOR_MS = 2_000;

    /**
     * Reads and checks everything.
     *
     * @throws IllegalArgumentException naming a variable, its value and what would be right
     */
    static DirectSettings from(Map<String, String> environment) {
        try {
            WatchSettings watched = KrakenVariables.of(environment)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "SEXTANT_KRAKEN_WS_URL is missing, expected the address of the public books"));
            LaneSettings lane = new LaneSettings(
                    new Account(required(environment, "SEXTANT_DIRECT_ACCOUNT", "the account that trades")),
                    required(environment, "SEXTANT_DIRECT_CURRENCY", "the account's currency, for example USD"),
                    environment.getOrDefault("SEXTANT_DIRECT_STRATEGY", "triangles"),
                    environment.getOrDefault("SEXTANT_DIRECT_STRATEGY_VERSION", "triangles@1"),
                    watched.limits().staleMs(),
                    GOOD_FOR_MS);
            return new DirectSettings(
                    watched,
                    lane,
                    new KrakenTrading.Addresses(
                            address(environment, PREFIX + "_REST_URL", "http"),
                            address(environment, PREFIX + "_PRIVATE_WS_URL", "ws")),
                    KrakenCredentials.fromEnvironment(environment, PREFIX),
                    tier(environment.getOrDefault(PREFIX + "_TIER", "starter")));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String required(Map<String, String> environment, String name, String expected) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing, expected " + expected);
        }
        return value;
    }

    private static URI address(Map<String, String> environment, String name, String scheme) {
        String value = required(environment, name, scheme + "://… or " + scheme + "s://…");
        URI address = URI.create(value.strip().replace(' ', '+'));
        if (!scheme.equals(address.getScheme()) && !(scheme + "s").equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    name + " is '" + value + "', expected " + scheme + "://… or " + scheme + "s://…");
        }
        return address;
    }

    private static Tier tier(String word) {
        for (Tier tier : Tier.values()) {
            if (tier.name().toLowerCase(Locale.ROOT).equals(word)) {
                return tier;
            }
        }
        throw new IllegalArgumentException(PREFIX + "_TIER is '" + word + "', expected starter, intermediate or pro");
    }
}
