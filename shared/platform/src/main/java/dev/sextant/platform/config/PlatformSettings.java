package dev.sextant.platform.config;

import java.util.Map;

/**
 * The names of the desk's streams. Endpoints, region and credentials come from the standard AWS environment, the
 * database's address from {@link dev.sextant.platform.sql.DatabaseAddress}.
 *
 * @param marketStream name of the stream of frames
 * @param decisionsStream name of the stream of decisions
 */
public record PlatformSettings(String marketStream, String decisionsStream) {

    /** The names used on one machine, and by default on AWS. */
    public static final PlatformSettings DEFAULT = new PlatformSettings("sextant-market", "sextant-decisions");

    /** Reads {@code SEXTANT_MARKET_STREAM} and {@code SEXTANT_DECISIONS_STREAM}, each with its default. */
    public static PlatformSettings fromEnvironment(Map<String, String> environment) {
        return new PlatformSettings(
                environment.getOrDefault("SEXTANT_MARKET_STREAM", DEFAULT.marketStream),
                environment.getOrDefault("SEXTANT_DECISIONS_STREAM", DEFAULT.decisionsStream));
    }
}
