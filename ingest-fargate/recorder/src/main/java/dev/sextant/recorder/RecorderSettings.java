package dev.sextant.recorder;

import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.Variables;
import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that can be set, as environment variables; their names are in the module's README.
 *
 * @param database where it records
 * @param stream the {@code market} stream's name
 * @param application names the library's tables: workers of one name share the shards
 * @param data where trades that are missing are asked for
 * @param archiveBucket where past hours of trades go
 * @param monthsKept full months before the current one whose trades stay in the database
 */
record RecorderSettings(
        DatabaseAddress database,
        String stream,
        String application,
        BinanceEndpoints data,
        String archiveBucket,
        int monthsKept) {

    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,200}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final String PRODUCTION = "production";

    /** @throws ConfigException listing every wrong variable */
    static RecorderSettings from(Map<String, String> environment) throws ConfigException {
        List<String> problems = new ArrayList<>();
        try {
            DatabaseAddress.fromEnvironment(environment);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        Variables in = new Variables(environment, problems);
        BinanceEndpoints venue = in.choice("SEXTANT_BINANCE", PRODUCTION, List.of(PRODUCTION, "testnet"))
                        .equals(PRODUCTION)
                ? BinanceEndpoints.production()
                : BinanceEndpoints.testnet();
        BinanceEndpoints data = BinanceEndpoints.of(
                in.address("SEXTANT_BINANCE_REST_URL", venue.rest().toString(), "http", "https"), venue.webSocket());
        String application = in.optional(
                        "SEXTANT_RECORDER_NAME", TABLE, "3 to 200 letters, digits, dots, dashes and underscores")
                .orElse("sextant-recorder");
        String bucket = in.optional("SEXTANT_ARCHIVE_BUCKET", BUCKET, "the name of a bucket")
                .orElse("");
        if (environment.getOrDefault("SEXTANT_ARCHIVE_BUCKET", "").isBlank()) {
            in.problem("SEXTANT_ARCHIVE_BUCKET", "", "the name of a bucket");
        }
        int monthsKept = in.number("SEXTANT_ARCHIVE_MONTHS_KEPT", 2, 1, 1_200);
        in.check();
        return new RecorderSettings(
                DatabaseAddress.fromEnvironment(environment),
                PlatformSettings.fromEnvironment(environment).marketStream(),
                application,
                data,
                bucket,
                monthsKept);
    }
}
